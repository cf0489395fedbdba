import type { ReactNode } from "react";
import type { Id } from "../../changes/rows";
import { isAlive } from "../../changes/rows";
import { useRow } from "../space-context";
import { GoneTask } from "./gone-task";
import { OpenTask } from "./open-task";
import styles from "./task-panel.module.css";

interface TaskPanelProps {
  readonly id: Id;
  readonly onClose: () => void;
  /** Open another task: a subtask, or the one that it hangs on. */
  readonly onOpen: (id: Id) => void;
  /** What was done to it, drawn under its reminders. */
  readonly activity?: ReactNode;
  /** Where a phone's back button leads, in a word: “Today”. */
  readonly back?: string;
}

/** A task with all that belongs to it: beside the list, over its end, or on a phone instead of it. */
export function TaskPanel({ id, onClose, onOpen, activity, back = "Back" }: TaskPanelProps) {
  const row = useRow(id);
  return (
    <aside className={styles.panel} aria-label="Task">
      {row?.kind === "task" && isAlive(row) ? (
        <OpenTask key={id} task={row} back={back} activity={activity} onClose={onClose} onOpen={onOpen} />
      ) : (
        <GoneTask row={row} onClose={onClose} />
      )}
    </aside>
  );
}
