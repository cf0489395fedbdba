import { useMemo } from "react";
import type { Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { whenOf } from "../../dates/when";
import { useSignal } from "../../signal";
import type { Entry } from "../list/entries";
import { ListHeader } from "../list/list-header";
import { TaskList } from "../list/task-list";
import { dueFrom } from "../rules";
import { useRows } from "../space-context";
import { DayStrip } from "./day-strip";

/** How many days are listed even when nothing is due on them. */
const DAYS = 14;

/** What is due in the next days, day by day. */
export function UpcomingPage() {
  const { day: today, zone } = useSignal(now);
  const tasks = useRows(useMemo(() => dueFrom(today, zone), [today, zone]));
  const byDay = useMemo(() => Map.groupBy(tasks, (task) => whenOf(task.due, zone).day), [tasks, zone]);
  const entries = useMemo(() => entriesOf(byDay, today, zone), [byDay, today, zone]);
  return (
    <>
      <ListHeader title="Upcoming">
        <DayStrip today={today} counts={byDay} days={DAYS} />
      </ListHeader>
      <TaskList label="Upcoming" entries={entries} column="project" />
    </>
  );
}

function entriesOf(byDay: ReadonlyMap<number, readonly Task[]>, today: number, zone: string): Entry[] {
  const near = Array.from({ length: DAYS }, (_, index) => today + index);
  const far = [...byDay.keys()].filter((day) => day >= today + DAYS).sort((one, other) => one - other);
  return [...near, ...far].flatMap((day): Entry[] => {
    const tasks = byDay.get(day) ?? [];
    const heading: Entry = { kind: "day", day, count: tasks.length };
    const minuteOf = (task: Task) => (task.due ? whenOf(task.due, zone).minute : undefined);
    return [heading, ...tasks.map((task): Entry => ({ kind: "task", task, minute: minuteOf(task) }))];
  });
}
