import { overlay } from "../../app/overlay";
import type { Task } from "../../changes/rows";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import { completeTasks, reopenTask } from "../mutations";
import { useSpace } from "../space-context";
import styles from "./do-bar.module.css";

interface DoBarProps {
  readonly task: Task;
}

/** What one does most with a task, within reach of a thumb. */
export function DoBar({ task }: DoBarProps) {
  const space = useSpace();
  const isDone = task.completed_at !== undefined;
  const pick = (name: "date" | "reminder") => () => {
    overlay.value = { name, tasks: [task] };
  };
  return (
    <div role="toolbar" aria-label="Task" className={styles.bar}>
      {isDone ? (
        <Do icon="undo" label="Not done" onPress={() => reopenTask(space, task)} />
      ) : (
        <Do icon="check" label="Done" onPress={() => completeTasks(space, [task])} />
      )}
      <Do icon="calendar" label="Date" onPress={pick("date")} />
      <Do icon="bell" label="Remind" onPress={pick("reminder")} />
    </div>
  );
}

interface DoProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
}

function Do({ icon, label, onPress }: DoProps) {
  return (
    <button type="button" className={styles.do} onClick={onPress}>
      <Icon name={icon} size={22} />
      {label}
    </button>
  );
}
