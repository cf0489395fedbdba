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
import { ListHeader } from "../list/list-header";
import { TaskList } from "../list/task-list";
import { doneOn, dueUntil } from "../rules";
import { useRows } from "../space-context";
import { todayEntries } from "./today-entries";
import styles from "./today-page.module.css";

/** What is due today, and what should have been done before. */
export function TodayPage() {
  const moment = useSignal(now);
  const { day, zone } = moment;
  const tasks = useRows(useMemo(() => dueUntil(day, zone), [day, zone]));
  const done = useRows(useMemo(() => doneOn(day, zone), [day, zone]));
  const [showsOverdue, setShowsOverdue] = useState(false);
  useHere(useMemo(() => ({ due: dueAt(day, undefined) }), [day]));
  const entries = useMemo(
    () => todayEntries(tasks, moment, { isOpen: showsOverdue, onToggle: () => setShowsOverdue((isOpen) => !isOpen) }),
    [tasks, moment, showsOverdue],
  );
  return (
    <>
      <ListHeader title="Today" about={longDate(day, day)} aside={done.length > 0 && `${done.length} done`}>
        <DayLine moments={momentsOf([...tasks, ...done], moment)} />
      </ListHeader>
      {entries.length > 0 ? (
        <div className={styles.list}>
          <TaskList label="Today" entries={entries} column="project" />
        </div>
      ) : (
        <EmptyState title={done.length > 0 ? "All done for today" : "Nothing is due today"}>
          Press <Key>Q</Key> and type “call Ana at 5pm”.
        </EmptyState>
      )}
    </>
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
