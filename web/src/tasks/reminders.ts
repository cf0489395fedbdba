import type { Due, Reminder } from "./quick-add/parsed";

const AT_DUE = { before: "PT0M" };

/** Return the reminders that a new task gets: those that were asked for, and one at its very time if it has one. */
export function remindersOfNew(due: Due | undefined, asked: readonly Reminder[] = []): readonly Reminder[] {
  const isTold = asked.some((reminder) => "before" in reminder && reminder.before === AT_DUE.before);
  return hasTime(due) && !isTold ? [...asked, AT_DUE] : asked;
}

/** Return the reminder that a task gets when it is given a time for the first time, if it has none of its own. */
export function reminderOfFirstTime(
  task: { readonly due?: Due; readonly reminders: readonly unknown[] },
  due: Due | undefined,
): Reminder | undefined {
  return hasTime(due) && !hasTime(task.due) && task.reminders.length === 0 ? AT_DUE : undefined;
}

function hasTime(due: Due | undefined): boolean {
  return due !== undefined && "at" in due;
}
