import type { MouseEvent, PointerEvent } from "react";
import { useEffect, useMemo, useRef } from "react";
import type { Id } from "../../changes/rows";
import { cursor, selectThrough, toggleSelected } from "./cursor";

const HOLD_MILLISECONDS = 450;
const SLACK_PIXELS = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly isFinger: boolean;
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  isHeld: boolean;
}

interface Handlers {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/** Let a row be selected: by a click with Ctrl, ⌘ or Shift held, or by a finger held on it; then by each tap. */
export function useSelecting(id: Id): Handlers {
  const press = useRef<Press | undefined>(undefined);
  useEffect(() => () => clearTimeout(press.current?.timer), []);
  return useMemo(() => {
    const letGo = () => clearTimeout(press.current?.timer);
    const hold = () => {
      if (press.current) press.current.isHeld = true;
      toggleSelected(id);
    };
    return {
      onPointerDown({ clientX: x, clientY: y, pointerType }) {
        letGo();
        const isFinger = pointerType !== "mouse";
        press.current = {
          x,
          y,
          isFinger,
          isHeld: false,
          timer: isFinger ? setTimeout(hold, HOLD_MILLISECONDS) : undefined,
        };
      },
      onPointerMove(event) {
        if (!press.current) return;
        const { x, y, isHeld } = press.current;
        if (Math.hypot(event.clientX - x, event.clientY - y) > SLACK_PIXELS) letGo();
        // What is held is not swiped as well.
        if (isHeld) event.stopPropagation();
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onContextMenu(event) {
        if (press.current?.isFinger) event.preventDefault();
      },
      onClickCapture(event) {
        const isTap = press.current?.isFinger === true && event.detail > 0;
        const wasHeld = press.current?.isHeld === true;
        const select = wasHeld ? () => {} : selectionBy(event, isTap);
        if (!select) return;
        event.preventDefault();
        event.stopPropagation();
        select(id);
      },
    };
  }, [id]);
}

function selectionBy(event: MouseEvent, isTap: boolean): ((id: Id) => void) | undefined {
  if (isTap) return cursor.value.selected.size > 0 ? toggleSelected : undefined;
  // Other things in the row have their own clicks.
  if (!(event.target instanceof Element && event.target.closest("a[id^=row-]"))) return undefined;
  if (event.shiftKey) return selectThrough;
  return event.ctrlKey || event.metaKey ? toggleSelected : undefined;
}
