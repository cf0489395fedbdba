import type { Reminder } from "../../changes/rows";
import { now } from "../../dates/now";
import { reminderWords } from "../../dates/reminder-words";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import { IconButton } from "../../ui/icon-button";
import type { Due } from "../quick-add/parsed";
import styles from "./reminders.module.css";

interface ReminderRowProps {
  readonly reminder: Reminder;
  readonly due: Due | undefined;
  readonly onRemove: () => void;
}

/** A moment at which one is reminded, in words and by its hour. */
export function ReminderRow({ reminder, due, onRemove }: ReminderRowProps) {
  const { head, at, isPast } = reminderWords(reminder, due, useSignal(now));
  return (
    <li className={styles.row}>
      <span className={classes(styles.spot, isPast && styles.past)} />
      <span className={classes("clip", styles.words)}>{head}</span>
      <span className={styles.at}>{at ?? "needs a due date"}</span>
      <IconButton icon="x" size={16} label={`Remove: ${head}`} className={styles.remove} onClick={onRemove} />
    </li>
  );
}
