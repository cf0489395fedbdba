import type { Id } from "../../changes/rows";

/** A row, and before which other it is put; before undefined is the end. */
interface Placing {
  readonly row: Id;
  readonly before: Id | undefined;
}

/** Return what is put where so that the rows stand one place further up (−1) or down (1).
 *
 * Several go together if they stand together: the row next to them is put on their other side. */
export function placingOf(rows: readonly Id[], listed: readonly Id[], steps: 1 | -1): Placing | undefined {
  const places = rows.map((id) => listed.indexOf(id)).sort((one, other) => one - other);
  const [first = -1, last = -1] = [places[0], places.at(-1)];
  if (first < 0 || last - first !== rows.length - 1) return undefined;
  const next = listed[steps < 0 ? first - 1 : last + 1];
  const [only] = rows;
  if (next === undefined || only === undefined) return undefined;
  if (rows.length > 1) return { row: next, before: listed[steps < 0 ? last + 1 : first] };
  return { row: only, before: steps < 0 ? next : listed[last + 2] };
}
