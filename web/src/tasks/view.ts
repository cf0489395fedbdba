import { LiveList } from "../changes/live-list";
import type { Id, Row } from "../changes/rows";
import { isAlive } from "../changes/rows";
import type { RowChange, Store } from "../changes/store";
import type { Query } from "./rules";
import { isDoneTask } from "./rules";

const LINGER_MILLISECONDS = 760;
const MOST_IDLE_VIEWS = 6;

/** A list that is on the screen: it follows the store, and what was done stays in it for a moment. */
export class View<R extends Row> {
  readonly #query: Query<R>;
  readonly #list: LiveList<R>;
  readonly #lingering = new Map<Id, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();

  constructor(query: Query<R>, rows: Iterable<Row>) {
    this.#query = query;
    const holds = (row: Row): row is R => query.holds(row) || (this.#lingering.has(row.id) && isDoneTask(row));
    this.#list = new LiveList({ holds, compare: query.compare }, rows);
  }

  readonly items = (): readonly R[] => this.#list.items;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** Follow what changed in the store. */
  follow(changes: readonly RowChange[]): void {
    for (const change of changes) this.#keepForAMoment(change);
    this.#step(changes);
    for (const { after } of changes) if (after && this.#query.holds(after)) this.#letGo(after.id);
  }

  #keepForAMoment({ before, after }: RowChange): void {
    if (!this.isWatched || !before || !after || !this.#query.holds(before)) return;
    if (this.#query.holds(after) || !isDoneTask(after)) return;
    clearTimeout(this.#lingering.get(after.id));
    const timer = setTimeout(() => this.#leave(after.id), LINGER_MILLISECONDS);
    this.#lingering.set(after.id, timer);
  }

  #leave(id: Id): void {
    const row = this.#list.items.find((item) => item.id === id);
    this.#step([{ before: row, after: undefined }]);
    this.#lingering.delete(id);
  }

  #letGo(id: Id): void {
    clearTimeout(this.#lingering.get(id));
    this.#lingering.delete(id);
  }

  #step(changes: readonly RowChange[]): void {
    if (!this.#list.follow(changes)) return;
    for (const listener of this.#listeners) listener();
  }
}

/** How many rows there are under each name. */
export class Tally {
  readonly #nameOf: (row: Row) => string | undefined;
  readonly #counts = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(nameOf: (row: Row) => string | undefined, rows: Iterable<Row>) {
    this.#nameOf = nameOf;
    for (const row of rows) this.#count(row, 1);
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follow what changed in the store. */
  follow(changes: readonly RowChange[]): void {
    for (const { before, after } of changes) {
      if (before) this.#count(before, -1);
      if (after) this.#count(after, 1);
    }
    for (const listener of this.#listeners) listener();
  }

  #count(row: Row, step: 1 | -1): void {
    const name = this.#nameOf(row);
    if (name !== undefined) this.#counts.set(name, this.count(name) + step);
  }
}

/** All lists and counts of a store, made when they are first looked at. */
export class Views {
  readonly store: Store;
  readonly #views = new Map<string, View<Row>>();
  readonly #tallies = new Map<string, Tally>();

  constructor(store: Store) {
    this.store = store;
    store.listen((changes) => {
      for (const view of this.#views.values()) view.follow(changes);
      for (const tally of this.#tallies.values()) tally.follow(changes);
    });
  }

  /** Return the list that the query names. */
  view<R extends Row>(query: Query<R>): View<R> {
    const known = this.#views.get(query.key) as View<R> | undefined;
    if (known) return known;
    this.#dropIdle();
    const view = new View(query, this.store.rows.values());
    this.#views.set(query.key, view as unknown as View<Row>);
    return view;
  }

  /** Return the count that the name stands for. */
  tally(name: keyof typeof COUNTED): Tally {
    const tally = this.#tallies.get(name) ?? new Tally(COUNTED[name], this.store.rows.values());
    this.#tallies.set(name, tally);
    return tally;
  }

  #dropIdle(): void {
    const idle = [...this.#views].filter(([, view]) => !view.isWatched);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - MOST_IDLE_VIEWS))) this.#views.delete(key);
  }
}

const COUNTED = {
  /** Open tasks of a project; those of the Inbox under "". */
  open: (row: Row) =>
    row.kind === "task" && isAlive(row) && row.completed_at === undefined && row.parent === undefined
      ? (row.project ?? "")
      : undefined,
  /** Subtasks of a task, and those of them that are done. */
  subtasks: (row: Row) => (row.kind === "task" && isAlive(row) ? row.parent : undefined),
  subtasksDone: (row: Row) => (isDoneTask(row) ? row.parent : undefined),
  /** Notices that were not read, and conflicts that wait for a word, under their kind. */
  waiting: (row: Row) =>
    (row.kind === "notice" && isAlive(row) && row.read_at === undefined) ||
    (row.kind === "conflict" && row.state === "open")
      ? row.kind
      : undefined,
} as const satisfies Record<string, (row: Row) => string | undefined>;
