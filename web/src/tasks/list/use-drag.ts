import { useMemo, useRef } from "react";
import type { Task } from "../../changes/rows";
import type { Entry } from "./entries";
import type { RowDrag } from "./task-row";
import type { Place } from "./use-mover";

/** What a drag carries, so that a project in the sidebar can take it too. */
export const TASK_TYPE = "application/x-onthedot-task";

/** Let rows be put elsewhere by the pointer; the keyboard's way is Alt ↑ ↓. */
export function useDrag(entries: readonly Entry[], onPlace: Place | undefined): RowDrag {
  const latest = useRef({ entries, onPlace });
  latest.current = { entries, onPlace };
  const canPlace = onPlace !== undefined;
  return useMemo(() => {
    let dragged: Task | undefined;
    let over: { readonly task: Task; readonly isBelow: boolean; readonly row: HTMLElement } | undefined;
    const mark = (row: HTMLElement | undefined, side: string | undefined) => {
      if (over) delete over.row.dataset.drop;
      if (row && side) row.dataset.drop = side;
    };
    return {
      canPlace,
      onStart(task, event) {
        dragged = task;
        event.dataTransfer.setData(TASK_TYPE, task.id);
        event.dataTransfer.effectAllowed = "move";
        const row = event.currentTarget.parentElement;
        if (row) event.dataTransfer.setDragImage(row, 24, 22);
      },
      onOver(task, event) {
        if (!dragged || !latest.current.onPlace) return;
        event.preventDefault();
        const row = event.currentTarget as HTMLElement;
        const { top, height } = row.getBoundingClientRect();
        const isBelow = event.clientY > top + height / 2;
        mark(row, isBelow ? "below" : "above");
        over = { task, isBelow, row };
      },
      onDrop(event) {
        event.preventDefault();
        mark(undefined, undefined);
        const tasks = latest.current.entries.flatMap((entry) => (entry.kind === "task" ? [entry.task] : []));
        if (dragged && over && over.task.id !== dragged.id) {
          const index = tasks.findIndex(({ id }) => id === over?.task.id);
          latest.current.onPlace?.(dragged, over.isBelow ? tasks[index + 1] : over.task);
        }
        dragged = undefined;
        over = undefined;
      },
    };
  }, [canPlace]);
}
