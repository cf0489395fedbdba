import type { Task } from "../../changes/rows";
import { IconButton } from "../../ui/icon-button";
import styles from "./picker-head.module.css";

interface PickerHeadProps {
  readonly words: string;
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
}

/** What is picked, and for which tasks. */
export function PickerHead({ words, tasks, onClose }: PickerHeadProps) {
  const [only] = tasks;
  return (
    <div className={styles.head}>
      <h2 tabIndex={-1} className={styles.title}>
        {words}
        <span className={styles.tasks}>{tasks.length === 1 && only ? only.title : `${tasks.length} tasks`}</span>
      </h2>
      <IconButton icon="x" size={16} label="Close" shortcut="Esc" onClick={onClose} />
    </div>
  );
}
