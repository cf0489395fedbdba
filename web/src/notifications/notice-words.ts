import type { Notice, Row } from "../changes/rows";
import { whenOfInstant } from "../dates/when";
import { beforeWords, timeWords } from "../dates/words";

/** Return which of its task's reminders it was: `1 hour before`, or the hour where it was no length, or is gone by now. */
export function reminderOf(notice: Notice, task: Row | undefined, zone: string): string {
  const reminders = task?.kind === "task" ? task.reminders : [];
  const reminder = reminders.find(({ id }) => id === notice.reminder);
  if (reminder && "before" in reminder) return beforeWords(reminder.before);
  return `At ${timeWords(whenOfInstant(notice.due_at, zone).minute)}`;
}

/** Return how late it came, in words: “late by 3 min”; undefined if it was on time. */
export function lateBy(seconds: number): string | undefined {
  if (seconds <= 0) return undefined;
  if (seconds < 60) return `late by ${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `late by ${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `late by ${hours} h` : `late by ${Math.round(hours / 24)} days`;
}
