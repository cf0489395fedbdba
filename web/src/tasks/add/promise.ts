import { reminderInstant } from "../../dates/reminder-time";
import type { Now, When } from "../../dates/when";
import { whenOf, whenOfInstant } from "../../dates/when";
import { dayWords, timeWords } from "../../dates/words";
import type { Due, Reminder } from "../quick-add/parsed";

/** Return when a task will remind, in words: those that are past are not among them, and each moment is there once.
 *
 * The day is said where it is not the day on which the task is due. */
export function reminding(due: Due | undefined, reminders: readonly Reminder[], now: Now): string[] {
  const dueDay = due && whenOf(due, now.zone).day;
  const instants = reminders
    .map((reminder) => reminderInstant(reminder, due, now.zone))
    .filter((instant) => instant !== undefined)
    .sort((one, other) => one - other)
    .map((instant) => whenOfInstant(new Date(instant * 60_000).toISOString(), now.zone))
    .filter((when) => isAhead(when, now));
  return [...new Set(instants.map((when) => words(when, dueDay, now)))];
}

function words({ day, minute }: When & { readonly minute: number }, dueDay: number | undefined, now: Now): string {
  return day === dueDay ? timeWords(minute) : `${dayWords(day, now.day)} ${timeWords(minute)}`;
}

function isAhead({ day, minute }: When & { readonly minute: number }, now: Now): boolean {
  return day > now.day || (day === now.day && minute >= now.minute);
}
