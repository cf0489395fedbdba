import type { Id, Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { isPast, whenOf } from "../../dates/when";
import { shortWhen } from "../../dates/words";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import { Priority } from "../../ui/priority";
import { Ring } from "../../ui/ring";
import { completeTasks, reopenTask } from "../mutations";
import { useSpace } from "../space-context";
import styles from "./subtasks.module.css";

interface SubtaskRowProps {
  readonly task: Task;
  readonly onOpen: (id: Id) => void;
}

/** One subtask: its ring, its title that opens it, and when it is due. */
export function SubtaskRow({ task, onOpen }: SubtaskRowProps) {
  const space = useSpace();
  const present = useSignal(now);
  const when = task.due && whenOf(task.due, present.zone);
  const isDone = task.completed_at !== undefined;
  return (
    <li className={classes(styles.row, isDone && styles.done)}>
      <Ring
        size="small"
        label={task.title}
        checked={isDone}
        priority={task.priority}
        onChange={(checked) => (checked ? completeTasks(space, [task]) : reopenTask(space, task))}
      />
      <button type="button" className={styles.open} title={task.title} onClick={() => onOpen(task.id)}>
        <span className={classes("clip", styles.title)}>{task.title}</span>
        {task.priority && <Priority level={task.priority} className={isDone ? styles.faded : undefined} />}
        {when && (
          <time className={classes(styles.when, !isDone && isPast(when, present) && styles.late)}>
            {shortWhen(when, present.day)}
          </time>
        )}
      </button>
    </li>
  );
}
