import { effects } from "./effects";
import type { Mutation } from "./mutation";
import type { Id, Row } from "./rows";

/** A row before and after; undefined where there is none. */
export interface RowChange {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

type Listener = (changes: readonly RowChange[]) => void;
type Before = Map<Id, Row | undefined>;

interface Waiting {
  readonly mutation: Mutation;
  /** Given once it is stored on this device. */
  n?: number;
}

/** All rows of a person as they are shown: what the server has, and on top of it what it does not have yet. */
export class Store {
  readonly #shown = new Map<Id, Row>();
  /** What the server has of the rows that waiting mutations touch. */
  readonly #beneath: Before = new Map();
  /** What hangs on a task, by its id: few tasks have any, so that the rest need not be looked through. */
  readonly #children = new Map<Id, Set<Id>>();
  readonly #listeners = new Set<Listener>();
  #waiting: Waiting[] = [];

  get rows(): ReadonlyMap<Id, Row> {
    return this.#shown;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Return the rows that hang on the task itself, whatever has become of them. */
  below(id: Id): Row[] {
    return [...(this.#children.get(id) ?? [])].flatMap((child) => this.#shown.get(child) ?? []);
  }

  /** Return the row as the server has it. */
  confirmed(id: Id): Row | undefined {
    return this.#beneath.has(id) ? this.#beneath.get(id) : this.#shown.get(id);
  }

  /** Hear of every change, at once and in order; returns what ends it. */
  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Show what the mutation does, before anybody else knows of it; once, however often it is told. */
  perform(mutation: Mutation, n?: number): void {
    if (this.#waiting.some((known) => known.mutation.id === mutation.id)) return;
    const before: Before = new Map();
    this.#waiting.push(n === undefined ? { mutation } : { mutation, n });
    this.#show(mutation, before);
    this.#tell(before);
  }

  /** Note under which number a mutation is stored. */
  number(id: string, n: number): void {
    const waiting = this.#waiting.find(({ mutation }) => mutation.id === id);
    if (waiting) waiting.n = n;
  }

  /** Take in what the server has; up to `acknowledged` it has what this device did, null says nothing of that. */
  confirm(rows: Iterable<Row>, acknowledged: number | null): void {
    const before: Before = new Map();
    this.#uncover(before);
    for (const row of rows) this.#put(row.id, row, before);
    if (acknowledged !== null) this.#waiting = this.#waiting.filter(({ n }) => n === undefined || n > acknowledged);
    this.#coverAgain(before);
  }

  /** Add rows that were kept on this device, where nothing newer is there. */
  remember(rows: Iterable<Row>): void {
    this.confirm(
      [...rows].filter(({ id }) => this.confirmed(id) === undefined),
      null,
    );
  }

  /** Replace all that the server had by what it has now; what waits stays. */
  replace(rows: readonly Row[]): void {
    const before: Before = new Map();
    this.#uncover(before);
    for (const id of [...this.#shown.keys()]) this.#put(id, undefined, before);
    for (const row of rows) this.#put(row.id, row, before);
    this.#coverAgain(before);
  }

  #coverAgain(before: Before): void {
    for (const { mutation } of this.#waiting) this.#show(mutation, before);
    this.#tell(before);
  }

  #show(mutation: Mutation, before: Before): void {
    for (const row of effects(this.#shown, mutation)) {
      if (!this.#beneath.has(row.id)) this.#beneath.set(row.id, this.#shown.get(row.id));
      this.#put(row.id, row, before);
    }
  }

  #uncover(before: Before): void {
    for (const [id, row] of this.#beneath) this.#put(id, row, before);
    this.#beneath.clear();
  }

  #put(id: Id, row: Row | undefined, before: Before): void {
    const known = this.#shown.get(id);
    if (!before.has(id)) before.set(id, known);
    if (row) this.#shown.set(id, row);
    else this.#shown.delete(id);
    this.#hang(known, row);
  }

  #hang(known: Row | undefined, row: Row | undefined): void {
    const [old, parent] = [parentOf(known), parentOf(row)];
    if (old === parent) return;
    if (known && old !== undefined) this.#children.get(old)?.delete(known.id);
    if (row && parent !== undefined) {
      const children = this.#children.get(parent) ?? new Set();
      this.#children.set(parent, children.add(row.id));
    }
  }

  #tell(before: Before): void {
    const changes = [...before]
      .map(([id, row]) => ({ before: row, after: this.#shown.get(id) }))
      .filter((change) => change.before !== change.after);
    if (changes.length === 0) return;
    for (const listener of this.#listeners) listener(changes);
  }
}

function parentOf(row: Row | undefined): Id | undefined {
  return row?.kind === "task" ? row.parent : undefined;
}
