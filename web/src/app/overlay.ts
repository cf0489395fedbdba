import type { Task } from "../changes/rows";
import { Signal } from "../signal";
import type { Place } from "../tasks/new-rows";

/** What lies over the page, one at a time. */
export type Overlay =
  | { readonly name: "add"; readonly place?: Place; readonly text?: string }
  | { readonly name: "palette"; readonly text?: string }
  | { readonly name: "shortcuts" }
  | { readonly name: "date" | "reminder" | "project" | "tags"; readonly tasks: readonly Task[] }
  | { readonly name: "menu" | "priority"; readonly tasks: readonly Task[]; readonly anchor: Element };

export const overlay = new Signal<Overlay | undefined>(undefined);

/** Whether the sidebar lies over the page, where there is no room beside it. */
export const drawer = new Signal(false);

/** Let go of what lies over the page. */
export function closeOverlay(): void {
  overlay.value = undefined;
}
