import { useEffect, useState } from "react";
import type { Id, Notice } from "../changes/rows";
import { useSpace } from "../tasks/space-context";
import { arrivals } from "./arrivals";
import { isUnread } from "./notice-groups";

/** Return the notices that came while this is on the screen and wait to be dealt with, the first to come first. */
export function useArrivals(): readonly [readonly Notice[], (id: Id) => void] {
  const { store, ready } = useSpace();
  const [waiting, setWaiting] = useState<readonly Notice[]>([]);
  useEffect(
    () =>
      store.listen((changes) => {
        // What is read from disk, or fetched for the first time, was there before.
        const come = ready.value ? arrivals(changes, Date.now()) : [];
        const isOver = ({ id, task }: Notice) => !isOpen(store.rows.get(id), store.rows.get(task));
        setWaiting((before) => {
          if (come.length === 0 && !before.some(isOver)) return before;
          return [...before, ...come].filter((notice) => !isOver(notice));
        });
      }),
    [store, ready],
  );
  const putAway = (id: Id) => setWaiting((before) => before.filter((notice) => notice.id !== id));
  return [waiting, putAway];
}

type Rows = ReturnType<typeof useSpace>["store"]["rows"];
type MaybeRow = ReturnType<Rows["get"]>;

/** It was dealt with here or elsewhere once it is read, or its task is done. */
function isOpen(notice: MaybeRow, task: MaybeRow): boolean {
  const isDone = task?.kind === "task" && task.completed_at !== undefined;
  return notice?.kind === "notice" && isUnread(notice) && !isDone;
}
