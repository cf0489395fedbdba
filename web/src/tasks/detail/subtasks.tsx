import type { Id, Task } from "../../changes/rows";
import { below } from "../rules";
import { useRows } from "../space-context";
import { AddSubtask } from "./add-subtask";
import { SubtaskRow } from "./subtask-row";
import styles from "./subtasks.module.css";

interface SubtasksProps {
  readonly task: Task;
  readonly onOpen: (id: Id) => void;
}

/** What hangs on the task, and a box to hang more on it. */
export function Subtasks({ task, onOpen }: SubtasksProps) {
  const subtasks = useRows(below(task.id));
  return (
    <div className={styles.subtasks}>
      {subtasks.length > 0 && (
        <ul aria-label="Subtasks">
          {subtasks.map((subtask) => (
            <SubtaskRow key={subtask.id} task={subtask} onOpen={onOpen} />
          ))}
        </ul>
      )}
      <AddSubtask parent={task} />
    </div>
  );
}
