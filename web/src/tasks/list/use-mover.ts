import { useEffect } from "react";
import type { Id, Task } from "../../changes/rows";
import { nest } from "../mutations";
import { useSpace } from "../space-context";
import { mover } from "./cursor";
import type { Entry } from "./entries";
import { placingOf } from "./placing";

/** Put a task before another, or at the end. */
export type Place = (task: Task, before: Task | undefined) => void;

/** Let keys and menus put rows elsewhere, as the pointer does. */
export function useMover(entries: readonly Entry[], onPlace: Place | undefined): void {
  const space = useSpace();
  useEffect(() => {
    if (!onPlace) return;
    const tasks = entries.flatMap((entry) => (entry.kind === "task" ? [entry.task] : []));
    const placing = (rows: readonly Id[], steps: 1 | -1) => {
      const found = placingOf(
        rows,
        tasks.map(({ id }) => id),
        steps,
      );
      const taskOf = (id: Id | undefined) => tasks.find((task) => task.id === id);
      const task = taskOf(found?.row);
      return task && { task, before: taskOf(found?.before) };
    };
    mover.value = {
      canPlace: (rows, steps) => placing(rows, steps) !== undefined,
      place(rows, steps) {
        const found = placing(rows, steps);
        if (found) onPlace(found.task, found.before);
      },
      nest(row) {
        const index = tasks.findIndex(({ id }) => id === row);
        const [above, task] = [tasks[index - 1], tasks[index]];
        if (above && task) nest(space, task, above);
      },
    };
    return () => {
      mover.value = undefined;
    };
  }, [space, entries, onPlace]);
}
