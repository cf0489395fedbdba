import type { Id } from "../../changes/rows";
import { Signal } from "../../signal";

/** The row that the keyboard is on, and those that are selected. */
export interface Cursor {
  readonly at: Id | undefined;
  readonly selected: ReadonlySet<Id>;
}

const NOWHERE: Cursor = { at: undefined, selected: new Set() };

/** Where the keyboard is in the list on the screen. */
export const cursor = new Signal<Cursor>(NOWHERE);

/** The ids of the list on the screen, in its order; the list itself keeps it. */
export const listed = new Signal<readonly Id[]>([]);

/** Go so many rows on; from nowhere, to the first or last. */
export function moveCursor(steps: number): void {
  const to = rowFromHere(steps);
  if (to !== undefined) cursor.value = { ...cursor.value, at: to };
}

/** Go so many rows on and select what lies between. */
export function extendSelection(steps: number): void {
  const { at, selected } = cursor.value;
  const to = rowFromHere(steps);
  if (to !== undefined) cursor.value = { at: to, selected: new Set([...selected, ...(at ? [at] : []), to]) };
}

/** Select the row, or let go of it. */
export function toggleSelected(id: Id): void {
  const selected = new Set(cursor.value.selected);
  if (!selected.delete(id)) selected.add(id);
  cursor.value = { at: id, selected };
}

/** Select all rows of the list. */
export function selectAll(): void {
  cursor.value = { ...cursor.value, selected: new Set(listed.value) };
}

/** Let go of all; tell whether anything was held. */
export function clearSelection(): boolean {
  const { at, selected } = cursor.value;
  const wasHeld = selected.size > 0;
  cursor.value = wasHeld ? { at, selected: NOWHERE.selected } : NOWHERE;
  return wasHeld || at !== undefined;
}

function rowFromHere(steps: number): Id | undefined {
  const here = cursor.value.at === undefined ? -1 : listed.value.indexOf(cursor.value.at);
  if (here === -1) return steps > 0 ? listed.value[0] : listed.value.at(-1);
  return listed.value[Math.min(listed.value.length - 1, Math.max(0, here + steps))];
}

/** What puts the row under the keyboard elsewhere; the list on the screen sets it where that may be done. */
export const mover = new Signal<((id: Id, steps: number) => void) | undefined>(undefined);

/** Put the row under the keyboard so many rows further. */
export function placeByKey(steps: number): void {
  if (cursor.value.at !== undefined) mover.value?.(cursor.value.at, steps);
}
