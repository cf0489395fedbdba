import type { Task } from "../../changes/rows";
import { Dot } from "../../ui/dot";
import type { Column } from "./entries";
import styles from "./last-column.module.css";
import { DueWords, ProjectName, useProject } from "./row-parts";

interface LastColumnProps {
  readonly task: Task;
  readonly column: Column;
}

/** What the view does not say of a task: its project, when it is due, or both. */
export function LastColumn({ task, column }: LastColumnProps) {
  if (column === "due") return <DueWords task={task} />;
  if (column === "project" || !task.due) return <ProjectName task={task} />;
  return <DueAfterDot task={task} />;
}

/** The project as its dot alone, under the dots of the other rows, and the due date behind it. */
function DueAfterDot({ task }: { readonly task: Task }) {
  const project = useProject(task);
  return (
    <span className={styles.both}>
      <span className={styles.place} title={project?.name}>
        {project && <Dot color={project.color} />}
      </span>
      <DueWords task={task} isShort />
    </span>
  );
}
