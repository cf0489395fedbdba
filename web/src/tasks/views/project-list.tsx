import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import type { Id, Task } from "../../changes/rows";
import type { MenuItem } from "../../ui/menu";
import { MenuButton } from "../../ui/menu-button";
import { taskEntries } from "../list/entries";
import { TaskList } from "../list/task-list";
import { placeAt } from "../mutations";
import { doneInProject, inProject } from "../rules";
import { useRows, useSpace } from "../space-context";

interface ProjectListProps {
  readonly label: string;
  readonly project: Id | undefined;
  readonly showsDone: boolean;
  /** What stands there when there is nothing to do. */
  readonly children: ReactNode;
}

/** The tasks of a project or of the Inbox, in the order that people gave them. */
export function ProjectList({ label, project, showsDone, children }: ProjectListProps) {
  const space = useSpace();
  const open = useRows(useMemo(() => inProject(project), [project]));
  const entries = useMemo(() => taskEntries(open), [open]);
  const place = (task: Task, before: Task | undefined) => {
    const others = open.filter(({ id }) => id !== task.id);
    const index = before ? others.findIndex(({ id }) => id === before.id) : others.length;
    placeAt(space, task, others, index);
  };
  if (open.length === 0 && !showsDone) return children;
  return (
    <TaskList label={label} entries={entries} column="due" onPlace={place}>
      {showsDone && <DoneTasks project={project} />}
    </TaskList>
  );
}

function DoneTasks({ project }: { readonly project: Id | undefined }) {
  const done = useRows(useMemo(() => doneInProject(project), [project]));
  const entries = useMemo(() => taskEntries(done), [done]);
  return <TaskList label="Done" entries={entries} column="due" />;
}

/** Return a menu to show what is done, with more items before it. */
export function useShowDone(items: readonly MenuItem[] = []): { readonly isShown: boolean; readonly menu: ReactNode } {
  const [isShown, setShown] = useState(false);
  const item: MenuItem = {
    label: isShown ? "Hide what is done" : "Show what is done",
    icon: "check",
    onSelect: () => setShown(!isShown),
  };
  return { isShown, menu: <MenuButton label="More" icon="more" items={[...items, item]} /> };
}
