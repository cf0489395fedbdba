import { useMemo, useState } from "react";
import { useHere } from "../../app/here";
import type { Task } from "../../changes/rows";
import { now } from "../../dates/now";
import type { Now } from "../../dates/when";
import { dueAt, whenOf } from "../../dates/when";
import { longDate } from "../../dates/words";
import { useSignal } from "../../signal";
import { EmptyState } from "../../ui/empty-state";
import { Key } from "../../ui/key";
import type { DayMoment } from "../list/day-line";
import { DayLine } from "../list/day-line";
import type { Entry } from "../list/entries";
import { hourEntries, taskEntries } from "../list/entries";
import { ListHeader } from "../list/list-header";
import { TaskList } from "../list/task-list";
import { doneOn, dueUntil } from "../rules";
import { useRows } from "../space-context";

const EVENING_MINUTE = 18 * 60;

/** What is due today, and what should have been done before. */
export function TodayPage() {
  const moment = useSignal(now);
  const { day, zone } = moment;
  const tasks = useRows(useMemo(() => dueUntil(day, zone), [day, zone]));
  const done = useRows(useMemo(() => doneOn(day, zone), [day, zone]));
  const [showsOverdue, setShowsOverdue] = useState(false);
  useHere(useMemo(() => ({ due: dueAt(day, undefined) }), [day]));
  const entries = useMemo(
    () => entriesOf(tasks, moment, { isOpen: showsOverdue, onToggle: () => setShowsOverdue((isOpen) => !isOpen) }),
    [tasks, moment, showsOverdue],
  );
  return (
    <>
      <ListHeader title="Today" about={longDate(day, day)} aside={done.length > 0 && `${done.length} done`}>
        <DayLine moments={momentsOf([...tasks, ...done], moment)} />
      </ListHeader>
      {entries.length > 0 ? (
        <TaskList label="Today" entries={entries} column="project" />
      ) : (
        <EmptyState title={done.length > 0 ? "All done for today" : "Nothing is due today"}>
          Press <Key>Q</Key> and type “call Ana at 5pm”.
        </EmptyState>
      )}
    </>
  );
}

function entriesOf(
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

function momentsOf(tasks: readonly Task[], moment: Now): DayMoment[] {
  const minutes = new Map<number, boolean>();
  for (const task of tasks) {
    const when = task.due && whenOf(task.due, moment.zone);
    if (when?.day !== moment.day || when.minute === undefined) continue;
    const isDone = task.completed_at !== undefined;
    minutes.set(when.minute, (minutes.get(when.minute) ?? true) && isDone);
  }
  return [...minutes].sort(([one], [other]) => one - other).map(([minute, isDone]) => ({ minute, isDone }));
}
