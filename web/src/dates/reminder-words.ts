import type { Due, Reminder } from "../tasks/quick-add/parsed";
import { reminderInstant } from "./reminder-time";
import { isPast, type Now, whenOfInstant } from "./when";
import { beforeWords, dayWords, shortWhen, timeWords } from "./words";

/** A reminder as people say it. */
export interface ReminderWords {
  readonly head: string;
  /** When it goes off; undefined if it never does. */
  readonly at: string | undefined;
  readonly isPast: boolean;
}

/** Return `1 hour before` and `08:00`, or for a reminder at a time its day and hour. */
export function reminderWords(reminder: Reminder, due: Due | undefined, now: Now): ReminderWords {
  const instant = reminderInstant(reminder, due, now.zone);
  if (instant === undefined) {
    return { head: "before" in reminder ? beforeWords(reminder.before) : reminder.at, at: undefined, isPast: false };
  }
  const when = whenOfInstant(new Date(instant * 60_000).toISOString(), now.zone);
  const past = isPast(when, now);
  if ("at" in reminder) return { head: dayWords(when.day, now.day), at: timeWords(when.minute), isPast: past };
  return { head: beforeWords(reminder.before), at: shortWhen(when, now.day), isPast: past };
}
