import type { Id } from "../changes/rows";
import type { Store } from "../changes/store";
import { idle } from "../idle";
import type { Disk, Position } from "./disk";
import { Snapshot, WrittenElsewhere } from "./snapshot";

const WRITE_AFTER_MILLISECONDS = 1000;
const WRITE_AGAIN_MILLISECONDS = 60_000;
const LONGEST_DRAWING_MILLISECONDS = 500;

/** Where the tab stands, and whether it is the one that writes. */
interface Tab {
  readonly leads: boolean;
  readonly position: Omit<Position, "written">;
}

/** Keeps the server's rows on this device: read when a tab opens, and written a while after they changed. */
export class Copy {
  readonly #snapshot: Snapshot;
  readonly #store: Store;
  readonly #end: AbortSignal;
  readonly #unwritten = new Set<Id>();
  #pastIsKnown: Promise<void> | undefined;
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor(disk: Disk, store: Store, end: AbortSignal) {
    this.#snapshot = new Snapshot(disk);
    this.#store = store;
    this.#end = end;
  }

  /** Read what lists show into the store; returns where the copy stands. */
  async read(): Promise<Position> {
    const [position, now] = await Promise.all([this.#snapshot.position(), this.#snapshot.now()]);
    this.#store.remember(now);
    return position;
  }

  /** Read what is over into the store, when the lists stand. */
  readPast(): Promise<void> {
    this.#pastIsKnown = this.#rememberPast();
    return this.#pastIsKnown;
  }

  /** Write these rows in a while, if the tab is the one that writes; else remember them in case it comes to be. */
  changed(ids: Iterable<Id>, tab: Tab): void {
    for (const id of ids) this.#unwritten.add(id);
    this.#writeIn(WRITE_AFTER_MILLISECONDS, tab);
  }

  /** Write all anew: what lies on the disk is not to be trusted. */
  async replaced(tab: Tab): Promise<void> {
    await this.#writeAnew(WRITE_AFTER_MILLISECONDS, tab);
  }

  #writeIn(milliseconds: number, tab: Tab): void {
    if (tab.leads) this.#writing ??= setTimeout(() => void this.#write(tab), milliseconds);
  }

  async #write(tab: Tab): Promise<void> {
    await this.#pastIsKnown;
    this.#writing = undefined;
    if (this.#end.aborted || this.#unwritten.size === 0) return;
    const ids = [...this.#unwritten];
    this.#unwritten.clear();
    try {
      await this.#snapshot.write(ids, (id) => this.#store.confirmed(id), tab.position);
    } catch (error) {
      if (this.#end.aborted) return;
      if (!(error instanceof WrittenElsewhere)) console.warn("the copy on this device was not written", error);
      await this.#writeAnew(
        error instanceof WrittenElsewhere ? WRITE_AFTER_MILLISECONDS : WRITE_AGAIN_MILLISECONDS,
        tab,
      );
    }
  }

  async #writeAnew(milliseconds: number, tab: Tab): Promise<void> {
    if (!tab.leads) return;
    await this.#snapshot.clear().catch(() => {});
    for (const id of this.#store.rows.keys()) this.#unwritten.add(id);
    this.#writeIn(milliseconds, tab);
  }

  async #rememberPast(): Promise<void> {
    await idle(LONGEST_DRAWING_MILLISECONDS);
    for await (const rows of this.#snapshot.past()) {
      if (this.#end.aborted) return;
      this.#store.remember(rows);
    }
  }
}
