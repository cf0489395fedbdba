import type { MouseEvent } from "react";
import { selectThrough, toggleSelected } from "./cursor";

/** Return what a press on a row does with Ctrl, ⌘ or Shift held: it selects instead of opening. */
export function selectByClick(id: string): (event: MouseEvent) => void {
  return (event) => {
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) selectThrough(id);
    else toggleSelected(id);
  };
}
