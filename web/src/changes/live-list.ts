import type { Row } from "./rows";
import type { RowChange } from "./store";

/** Which rows a list holds, and in which order; two different rows never compare as equal. */
export interface ListRule<R extends Row> {
  readonly holds: (row: Row) => row is R;
  readonly compare: (one: R, other: R) => number;
}

const MOST_STEPS = 64;

/** A sorted list of rows that follows each change by a step, so that 10,000 rows are not sorted again. */
export class LiveList<R extends Row> {
  readonly #rule: ListRule<R>;
  #items: readonly R[];

  constructor(rule: ListRule<R>, rows: Iterable<Row>) {
    this.#rule = rule;
    const held: R[] = [];
    for (const row of rows) if (rule.holds(row)) held.push(row);
    this.#items = held.sort(rule.compare);
  }

  get items(): readonly R[] {
    return this.#items;
  }

  /** Follow the changes; tell whether the list is another now. */
  follow(changes: readonly RowChange[]): boolean {
    const { holds } = this.#rule;
    const gone = changes.flatMap(({ before }) => (before && holds(before) ? [before] : []));
    const come = changes.flatMap(({ after }) => (after && holds(after) ? [after] : []));
    const steps = gone.length + come.length;
    if (steps > 0) this.#items = steps > MOST_STEPS ? this.#sortedAgain(gone, come) : this.#stepped(gone, come);
    return steps > 0;
  }

  #stepped(gone: readonly R[], come: readonly R[]): readonly R[] {
    const items = [...this.#items];
    for (const row of gone) items.splice(this.#indexOf(items, row), 1);
    for (const row of come) items.splice(this.#placeOf(items, row), 0, row);
    return items;
  }

  #sortedAgain(gone: readonly R[], come: readonly R[]): readonly R[] {
    const left = new Set<Row>(gone);
    return [...this.#items.filter((row) => !left.has(row)), ...come].sort(this.#rule.compare);
  }

  /** Return where the row is; an order that hangs on more than the row itself may have put it elsewhere. */
  #indexOf(items: readonly R[], row: R): number {
    const place = this.#placeOf(items, row);
    return items[place]?.id === row.id ? place : items.findIndex(({ id }) => id === row.id);
  }

  /** Return where the row stands, or would stand. */
  #placeOf(items: readonly R[], row: R): number {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = items[middle];
      if (there && this.#rule.compare(there, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
