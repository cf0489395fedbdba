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

/** Return the ids of the list on the screen, in its order; the list itself sets it. */
export const listed = new Signal<() => readonly Id[]>(() => []);

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

/** Select all rows from where the keyboard is to this one. */
export function selectThrough(id: Id): void {
  const ids = listed.value();
  const [from, to] = [ids.indexOf(cursor.value.at ?? id), ids.indexOf(id)].sort((one, other) => one - other);
  cursor.value = { at: id, selected: new Set([...cursor.value.selected, ...ids.slice(from, (to ?? 0) + 1)]) };
}

/** Select all rows of the list. */
export function selectAll(): void {
  cursor.value = { ...cursor.value, selected: new Set(listed.value()) };
}

/** Let go of what is selected, or else of the row. */
export function clearSelection(): void {
  const { at, selected } = cursor.value;
  cursor.value = selected.size > 0 ? { at, selected: NOWHERE.selected } : NOWHERE;
}

function rowFromHere(steps: number): Id | undefined {
  const ids = listed.value();
  const here = cursor.value.at === undefined ? -1 : ids.indexOf(cursor.value.at);
  if (here === -1) return steps > 0 ? ids[0] : ids.at(-1);
  return ids[Math.min(ids.length - 1, Math.max(0, here + steps))];
}

/** What the list on the screen lets one do with rows; absent where the view itself orders. */
export interface Mover {
  /** Put them one row further up (−1) or down (1), those that stand together as they are. */
  readonly place: (rows: readonly Id[], steps: 1 | -1) => void;
  readonly canPlace: (rows: readonly Id[], steps: 1 | -1) => boolean;
  /** Hang it on the row above. */
  readonly nest: (row: Id) => void;
}

export const mover = new Signal<Mover | undefined>(undefined);

/** The two ways in which rows are put elsewhere, with their words and keys. */
export const MOVES = [
  { steps: -1, words: "Move up", icon: "up", keys: "Alt+ArrowUp" },
  { steps: 1, words: "Move down", icon: "down", keys: "Alt+ArrowDown" },
] as const;

/** Put what is selected, else the row under the keyboard, one row further up (−1) or down (1). */
export function placeByKey(steps: 1 | -1): void {
  const { at, selected } = cursor.value;
  if (selected.size > 0) mover.value?.place([...selected], steps);
  else if (at !== undefined) mover.value?.place([at], steps);
}

/** Hang the row under the keyboard on the one above it. */
export function nestByKey(): void {
  if (cursor.value.at !== undefined) mover.value?.nest(cursor.value.at);
}
