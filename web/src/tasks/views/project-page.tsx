import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import { useHere } from "../../app/here";
import type { Id, Project } from "../../changes/rows";
import { isAlive } from "../../changes/rows";
import { EmptyState } from "../../ui/empty-state";
import { Key } from "../../ui/key";
import { ListHeader } from "../list/list-header";
import { deleteRows } from "../mutations";
import { ProjectForm } from "../projects/project-form";
import { useCount, useRow, useSpace } from "../space-context";
import { ProjectList, useShowDone } from "./project-list";

/** A project's tasks. */
export function ProjectPage({ id }: { readonly id: Id }) {
  const row = useRow(id);
  if (row?.kind !== "project" || !isAlive(row)) {
    return <EmptyState title="This project is not here">It may lie in the Trash.</EmptyState>;
  }
  return <OpenProject project={row} />;
}

function OpenProject({ project }: { readonly project: Project }) {
  const space = useSpace();
  const [, go] = useLocation();
  const [isEdited, setEdited] = useState(false);
  const open = useCount("open", project.id);
  useHere(useMemo(() => ({ project: project.id }), [project.id]));
  const done = useShowDone([
    { label: "Name and colour …", icon: "note", onSelect: () => setEdited(true) },
    {
      label: "Delete the project",
      icon: "trash",
      danger: true,
      onSelect: () => {
        deleteRows(space, [project]);
        go("/inbox");
      },
    },
  ]);
  return (
    <>
      <ListHeader title={project.name} about={`${open} open`} tools={done.menu} />
      <ProjectList label={project.name} project={project.id} showsDone={done.isShown}>
        <EmptyState title="Nothing to do in here">
          Press <Key>Q</Key> to add the first task.
        </EmptyState>
      </ProjectList>
      <ProjectForm open={isEdited} project={project} onClose={() => setEdited(false)} />
    </>
  );
}
