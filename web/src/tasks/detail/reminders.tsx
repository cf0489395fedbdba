import { overlay } from "../../app/overlay";
import type { Reminder, Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { reminderInstant } from "../../dates/reminder-time";
import { IconButton } from "../../ui/icon-button";
import { removeReminder } from "../mutations";
import { useSpace } from "../space-context";
import { Block } from "./block";
import { ReminderRow } from "./reminder-row";
import styles from "./reminders.module.css";

interface RemindersProps {
  readonly task: Task;
}

/** The task's reminders on their line, by the moment at which they go off. */
export function Reminders({ task }: RemindersProps) {
  const space = useSpace();
  const pick = () => {
    overlay.value = { name: "reminder", tasks: [task] };
  };
  const instantOf = (reminder: Reminder) =>
    reminderInstant(reminder, task.due, now.value.zone) ?? Number.POSITIVE_INFINITY;
  const reminders = task.reminders.toSorted((one, other) => instantOf(one) - instantOf(other));
  return (
    <Block
      title="Reminders"
      icon="bell"
      end={
        <IconButton icon="plus" size={16} label="Add a reminder" shortcut="R" className={styles.plus} onClick={pick} />
      }
    >
      {reminders.length > 0 ? (
        <ol className={styles.reminders}>
          {reminders.map((reminder) => (
            <ReminderRow
              key={reminder.id}
              reminder={reminder}
              due={task.due}
              onRemove={() => removeReminder(space, task, reminder)}
            />
          ))}
        </ol>
      ) : (
        <button type="button" className={styles.none} onClick={pick}>
          Nothing will remind you of it
        </button>
      )}
    </Block>
  );
}
