import { useRef, useSyncExternalStore } from "react";
import type { Task } from "../../changes/rows";
import { useSpace } from "../space-context";

/** Return the tasks as they are now, and draw again when one changes; what is gone is left out. */
export function useLiveTasks(tasks: readonly Task[]): readonly Task[] {
  const { store } = useSpace();
  const last = useRef(tasks);
  return useSyncExternalStore(
    (listener) => store.listen(listener),
    () => {
      const rows = tasks.map(({ id }) => store.rows.get(id)).filter((row) => row?.kind === "task");
      const isSame = rows.length === last.current.length && rows.every((row, at) => row === last.current[at]);
      if (!isSame) last.current = rows;
      return last.current;
    },
  );
}
