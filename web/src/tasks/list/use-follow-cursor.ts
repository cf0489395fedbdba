import type { RefObject } from "react";
import { useEffect, useMemo } from "react";
import type { VirtualizerHandle } from "virtua";
import { useSignal } from "../../signal";
import { cursor } from "./cursor";
import type { Entry } from "./entries";

interface Where {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly virtual: RefObject<VirtualizerHandle | null>;
  readonly startMargin: number;
}

const FOOT_PIXELS = 72;

/** Keep the row that the keyboard is on in view and in focus; returns which line must stay drawn for that. */
export function useFollowCursor(entries: readonly Entry[], { scroller, virtual, startMargin }: Where): number[] {
  const { at } = useSignal(cursor);
  const index = useMemo(
    () => (at === undefined ? -1 : entries.findIndex((entry) => entry.kind === "task" && entry.task.id === at)),
    [at, entries],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the cursor scrolls, not a change of the list.
  useEffect(() => {
    if (index === -1 || !scroller.current || !virtual.current) return;
    const top = virtual.current.getItemOffset(index) + startMargin;
    show(scroller.current, top, top + virtual.current.getItemSize(index));
    const frame = requestAnimationFrame(() => focusRow(at));
    return () => cancelAnimationFrame(frame);
  }, [at]);
  return useMemo(() => (index === -1 ? [] : [index]), [index]);
}

function show(scroller: HTMLElement, top: number, bottom: number): void {
  const header = scroller.querySelector("header")?.offsetHeight ?? 0;
  if (top < scroller.scrollTop + header) scroller.scrollTop = top - header;
  else if (bottom > scroller.scrollTop + scroller.clientHeight - FOOT_PIXELS) {
    scroller.scrollTop = bottom - scroller.clientHeight + FOOT_PIXELS;
  }
}

/** The focus follows only where it does not leave something that is written in. */
function focusRow(id: string | undefined): void {
  const focused = document.activeElement;
  const isWriting = focused instanceof HTMLElement && focused.matches("input:not([type=checkbox]), textarea, dialog *");
  if (!isWriting) document.getElementById(`row-${id}`)?.focus({ preventScroll: true });
}
