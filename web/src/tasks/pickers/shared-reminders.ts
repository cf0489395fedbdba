import type { Id, Reminder as SetReminder, Task } from "../../changes/rows";
import type { Reminder } from "../quick-add/parsed";

/** The lengths before due that are set most. */
export const OFFSETS = [{ before: "PT0M" }, { before: "PT10M" }, { before: "PT1H" }, { before: "P1D" }] as const;

/** Return the reminders of the tasks, those that say the same once. */
export function remindersOf(tasks: readonly Task[]): SetReminder[] {
  const byName = new Map<string, SetReminder>();
  for (const reminder of tasks.flatMap((task) => task.reminders)) {
    if (!byName.has(nameOf(reminder))) byName.set(nameOf(reminder), reminder);
  }
  return [...byName.values()];
}

/** Return which reminders of the tasks say the same as this one. */
export function idsIn(tasks: readonly Task[], reminder: Reminder): Id[] {
  const name = nameOf(reminder);
  return tasks.flatMap((task) => task.reminders.filter((set) => nameOf(set) === name).map(({ id }) => id));
}

/** Return what the reminder says; one length has more than one way to be written. */
function nameOf(reminder: Reminder): string {
  if ("at" in reminder) return reminder.at;
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(reminder.before) ?? [];
  return `${Number(days ?? 0)} ${60 * Number(hours ?? 0) + Number(minutes ?? 0)}`;
}
