import type { Id, WireRow } from "../changes/rows";
import { rowOf } from "../changes/rows";
import type { Store } from "../changes/store";
import { Problem } from "../http";
import { Bell } from "./bell";
import type { Position } from "./disk";
import { Failures, isOfThePush } from "./failures";
import type { Outbox } from "./outbox";
import { Outgoing } from "./outgoing";
import type { Word } from "./tabs";
import type { Answer, Delta, Head, Result } from "./wire";
import { exchange, sequenceOf } from "./wire";

const CALM_MILLISECONDS = 60_000;

/** What the engine tells the rest of its tab. */
export interface Told {
  readonly changed: (ids: readonly Id[]) => void;
  readonly replaced: () => void;
  readonly refused: (results: readonly Result[]) => void;
  readonly reachable: (reachable: boolean) => void;
  readonly signedOut: () => void;
}

/** Keeps this tab's rows and the server's alike. The one tab that leads also pushes, and hears the server at once. */
export class Engine {
  readonly bell = new Bell();
  readonly outgoing: Outgoing;
  position: Omit<Position, "written">;
  readonly #store: Store;
  readonly #tell: (word: Word) => void;
  readonly #told: Told;
  readonly #failures = new Failures();
  #busy = false;
  #heard: Delta[] = [];

  constructor(
    { store, outbox, client }: { store: Store; outbox: Outbox; client: string },
    position: Omit<Position, "written">,
    tell: (word: Word) => void,
    told: Told,
  ) {
    this.#store = store;
    this.outgoing = new Outgoing(outbox, client);
    this.position = position;
    this.#tell = tell;
    this.#told = told;
  }

  /** Whether this is the tab that pushes. */
  get leads(): boolean {
    return this.outgoing.leads;
  }

  /** Push and pull whenever there is a reason to, until aborted. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = await this.#round().then(
        () => CALM_MILLISECONDS,
        (error: unknown) => this.#afterFailure(error),
      );
      await this.bell.wait(wait);
    }
  }

  /** Push what waits from the first on: this tab leads now. */
  lead(): void {
    this.outgoing.leads = true;
    this.outgoing.startOver();
    this.bell.ring();
  }

  /** Take in what the server, or the tab that leads, tells at once. */
  hear(delta: Delta): void {
    const here = sequenceOf(this.position.cursor);
    if (this.#busy) this.#heard.push(delta);
    else if (delta.space !== this.position.space || delta.epoch !== this.position.epoch) this.bell.ring();
    else if (delta.to <= here) this.#hearAgain(delta);
    else if (delta.rows === null || delta.from > here + 1) this.bell.ring();
    else this.#take(delta.rows, delta.cursor, delta.acknowledged[this.outgoing.client] ?? null);
  }

  /** Compare with where the server stands. */
  compare(head: Head): void {
    const { space, epoch, cursor } = this.position;
    if (head.space !== space || head.epoch !== epoch || head.head !== sequenceOf(cursor)) this.bell.ring();
  }

  /** What was told is here already: unless it was told of another history, after a backup was restored. */
  #hearAgain(delta: Delta): void {
    const through = delta.acknowledged[this.outgoing.client];
    if (delta.cursor !== this.position.cursor) this.bell.ring();
    else if (through !== undefined) this.#store.confirm([], through);
  }

  async #round(): Promise<void> {
    this.#busy = true;
    try {
      do await this.#catchUp();
      while (await this.outgoing.hasMore());
    } finally {
      this.#busy = false;
    }
    this.#failures.over();
    this.#told.reachable(true);
    for (const delta of this.#heard.splice(0)) this.hear(delta);
  }

  /** Push, and pull all pages. They are taken in together, so that no half of a change is seen; a new device shows each. */
  async #catchUp(): Promise<void> {
    const isNew = this.#store.rows.size === 0;
    const isFresh = this.position.cursor === null && !isNew;
    let { cursor } = this.position;
    let rows: WireRow[] = [];
    for (let more = true; more; ) {
      const answer = await this.#exchange(cursor);
      more = answer.more;
      cursor = answer.cursor;
      rows.push(...answer.rows);
      if (more && !isNew) continue;
      if (isFresh) this.#replace(rows, answer);
      else this.#accept({ ...answer, rows });
      rows = [];
    }
  }

  async #exchange(cursor: string | null): Promise<Answer> {
    const mutations = await this.outgoing.next();
    const { space, epoch } = this.position;
    const answer = await exchange({ space, epoch, cursor, client: this.outgoing.client, mutations });
    this.outgoing.arrived();
    this.#refused(answer.results.filter(({ status }) => status === "refused"));
    return answer;
  }

  #refused(results: readonly Result[]): void {
    if (results.length === 0) return;
    this.#told.refused(results);
    this.#tell({ type: "refused", results });
  }

  #accept(answer: Answer): void {
    this.position = { ...this.position, space: answer.space, epoch: answer.epoch };
    this.#take(answer.rows, answer.cursor, answer.acknowledged);
  }

  #take(rows: readonly WireRow[], cursor: string | null, acknowledged: number | null): void {
    const from = sequenceOf(this.position.cursor) + 1;
    this.position = { ...this.position, cursor };
    this.#store.confirm(rows.map(rowOf), acknowledged);
    this.#told.changed(rows.map(({ id }) => id));
    this.#passOn(from, rows, acknowledged);
  }

  /** Start afresh. The other tabs, which may stand in the same wrong place, are to ask for themselves. */
  #replace(rows: readonly WireRow[], { space, epoch, cursor, acknowledged }: Answer): void {
    this.position = { ...this.position, space, epoch, cursor };
    this.#store.replace(rows.map(rowOf));
    this.#store.confirm([], acknowledged);
    this.#told.replaced();
    this.#passOn(1, null, acknowledged);
  }

  #passOn(from: number, rows: readonly WireRow[] | null, acknowledged: number | null): void {
    if (!this.leads) return;
    void this.outgoing.acknowledge(acknowledged ?? 0);
    this.#tellOthers(from, rows, acknowledged);
  }

  #tellOthers(from: number, rows: readonly WireRow[] | null, through: number | null): void {
    const { space, epoch, cursor } = this.position;
    if (space === null || epoch === null || cursor === null) return;
    const acknowledged = through === null ? {} : { [this.outgoing.client]: through };
    this.#tell({ type: "delta", delta: { space, epoch, from, to: sequenceOf(cursor), rows, cursor, acknowledged } });
  }

  /** Return how long to wait before the next try. */
  async #afterFailure(error: unknown): Promise<number> {
    this.outgoing.startOver();
    const pause = this.#failures.pauseAfter(error);
    if (error instanceof Problem && (await this.#mend(error))) return 0;
    if (error instanceof Problem && error.status === 401) this.#told.signedOut();
    else this.#told.reachable(false);
    return pause;
  }

  /** Do what the server asks for; tell whether that was enough to go on. */
  async #mend(problem: Problem): Promise<boolean> {
    if (problem.code === "resync") {
      this.position = { ...this.position, cursor: null };
      return true;
    }
    if (isOfThePush(problem)) return this.#pushLess(problem.message);
    if (!this.#failures.startAfresh(problem)) return false;
    if (problem.code === "other_epoch") this.position = { ...this.position, epoch: null, cursor: null };
    if (!this.leads) return true;
    const mutations = await this.outgoing.startAfresh();
    for (const { id, n } of mutations) this.#store.number(id, n);
    this.#tell({ type: "renumbered", mutations });
    return true;
  }

  async #pushLess(reason: string): Promise<boolean> {
    const aside = await this.outgoing.pushLess(reason);
    this.#refused((aside ?? []).map(({ n }) => ({ n, status: "refused", reason })));
    return aside !== undefined;
  }
}
