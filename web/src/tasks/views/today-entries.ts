import type { Task } from "../../changes/rows";
import type { Now } from "../../dates/when";
import { whenOf } from "../../dates/when";
import type { Entry } from "../list/entries";
import { hourEntries, taskEntries } from "../list/entries";

const EVENING_MINUTE = 18 * 60;

/** Return the lines of Today from its tasks in their order: what is overdue, the day by its hours, its evening. */
export function todayEntries(
  tasks: readonly Task[],
  moment: Now,
  overdueFold: { isOpen: boolean; onToggle: () => void },
): Entry[] {
  const whenOfTask = (task: Task) =>
    task.due ? whenOf(task.due, moment.zone) : { day: moment.day, minute: undefined };
  const overdue = tasks.filter((task) => whenOfTask(task).day < moment.day);
  const rest = tasks.filter((task) => whenOfTask(task).day === moment.day);
  const evening = rest.filter((task) => (whenOfTask(task).minute ?? 0) >= EVENING_MINUTE);
  const day = rest.filter((task) => !evening.includes(task));
  return [
    ...foldOf(overdue, overdueFold),
    ...withNowLine(hourEntries(day, whenOfTask), moment),
    ...(evening.length > 0 ? [{ kind: "evening" } as const] : []),
    ...withNowLine(hourEntries(evening, whenOfTask), moment, EVENING_MINUTE),
  ];
}

function foldOf(overdue: readonly Task[], fold: { isOpen: boolean; onToggle: () => void }): Entry[] {
  if (overdue.length === 0) return [];
  const preview = overdue
    .slice(0, 5)
    .map((task) => task.title)
    .join(", ");
  const heading = { name: "overdue", words: "Overdue", count: overdue.length, isUrgent: true, preview, ...fold };
  return [{ kind: "fold", fold: heading }, ...(fold.isOpen ? taskEntries(overdue) : [])];
}

/** Draw the present moment before the first task that is still to come, if some are over and some are not. */
function withNowLine(entries: Entry[], moment: Now, from = 0): Entry[] {
  if (moment.minute < from) return entries;
  const minuteOf = (entry: Entry | undefined) => (entry?.kind === "task" ? entry.minute : undefined);
  const next = entries.findIndex((entry) => (minuteOf(entry) ?? Number.POSITIVE_INFINITY) >= moment.minute);
  if (next < 0 || minuteOf(entries[0]) === undefined) return entries;
  return entries.map((entry, index) =>
    index === next && entry.kind === "task" ? { ...entry, isAfterNow: true } : entry,
  );
}
