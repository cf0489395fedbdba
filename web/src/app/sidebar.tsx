import type { DragEvent } from "react";
import { useMemo, useState } from "react";
import { useLocation } from "wouter";
import type { Account } from "../accounts/account";
import type { Project } from "../changes/rows";
import { now } from "../dates/now";
import { BellButton } from "../notifications/bell-button";
import { useSignal } from "../signal";
import { TASK_TYPE } from "../tasks/list/use-drag";
import { moveTasks } from "../tasks/mutations";
import { ProjectForm } from "../tasks/projects/project-form";
import { dueUntil, PROJECTS } from "../tasks/rules";
import { useCount, useRows, useSpace } from "../tasks/space-context";
import { Dot } from "../ui/dot";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Key } from "../ui/key";
import { Wordmark } from "../ui/wordmark";
import { here } from "./here";
import { NavItem } from "./nav-item";
import { overlay } from "./overlay";
import styles from "./sidebar.module.css";
import { SyncState } from "./sync-state";

interface SidebarProps {
  readonly person: Account;
  readonly onHide: () => void;
}

/** Where one can go. */
export function Sidebar({ person, onHide }: SidebarProps) {
  const { day, zone } = useSignal(now);
  const due = useRows(useMemo(() => dueUntil(day, zone), [day, zone]));
  const add = () => {
    overlay.value = { name: "add", place: here.value };
  };
  return (
    <nav className={styles.sidebar} aria-label="Main">
      <div className={styles.top}>
        <Wordmark className={styles.wordmark} />
        <BellButton />
        <IconButton icon="sidebar" label="Hide the sidebar" shortcut="\" onClick={onHide} />
      </div>
      <button type="button" className={styles.add} onClick={add}>
        <Icon name="plus" />
        <span className={styles.grow}>Add a task</span>
        <Key>Q</Key>
      </button>
      <NavItem href="/search" picture={<Icon name="search" />} name="Search" shortcut="/" />
      <div className={styles.gap} />
      <Inbox />
      <NavItem href="/today" picture={<Icon name="today" />} name="Today" count={due.length} shortcut="G T" />
      <NavItem href="/upcoming" picture={<Icon name="upcoming" />} name="Upcoming" shortcut="G U" />
      <NavItem href="/tags" picture={<Icon name="tag" />} name="Tags" shortcut="G L" />
      <NavItem href="/activity" picture={<Icon name="activity" />} name="Activity" shortcut="G A" />
      <Projects />
      <div className={styles.foot}>
        <Conflicts />
        <NavItem href="/trash" picture={<Icon name="trash" />} name="Trash" shortcut="G D" />
        <NavItem href="/settings" picture={<Icon name="gear" />} name="Settings" shortcut="G S" />
        <SyncState name={person.name} />
      </div>
    </nav>
  );
}

function Inbox() {
  const drop = useDrop(undefined);
  const count = useCount("open", "");
  return (
    <NavItem href="/inbox" picture={<Icon name="inbox" />} name="Inbox" count={count} shortcut="G I" onDrop={drop} />
  );
}

/** Only there while there is something to decide. */
function Conflicts() {
  const count = useCount("waiting", "conflict") + useSignal(useSpace().aside.edits).length;
  if (count === 0) return null;
  return <NavItem href="/conflicts" picture={<Icon name="fork" />} name="Conflicts" count={count} shortcut="G X" />;
}

function Projects() {
  const projects = useRows(PROJECTS);
  const [, go] = useLocation();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <div className={styles.label}>
        Projects
        <IconButton icon="plus" size={16} label="New project" onClick={() => setAdding(true)} />
      </div>
      <div className={styles.projects}>
        {projects.map((project) => (
          <ProjectItem key={project.id} project={project} />
        ))}
      </div>
      <ProjectForm open={isAdding} onClose={() => setAdding(false)} onMade={(id) => go(`/project/${id}`)} />
    </>
  );
}

function ProjectItem({ project }: { readonly project: Project }) {
  const count = useCount("open", project.id);
  const drop = useDrop(project);
  const dot = <Dot color={project.color} className={styles.dot} />;
  return <NavItem href={`/project/${project.id}`} picture={dot} name={project.name} count={count} onDrop={drop} />;
}

function useDrop(project: Project | undefined): (event: DragEvent) => void {
  const space = useSpace();
  return (event) => {
    const task = space.store.rows.get(event.dataTransfer.getData(TASK_TYPE));
    event.preventDefault();
    if (task?.kind === "task") moveTasks(space, [task], project);
  };
}
