import type { Step } from "../changes/history";
import { History, inverseOf } from "../changes/history";
import type { Edit } from "../changes/mutation";
import { mutationOf } from "../changes/mutation";
import type { Id } from "../changes/rows";
import { Store } from "../changes/store";
import { idle } from "../idle";
import { Signal } from "../signal";
import type { Disk } from "./disk";
import { deleteDisk, openDisk } from "./disk";
import { Engine } from "./engine";
import { Outbox } from "./outbox";
import { Snapshot, WrittenElsewhere } from "./snapshot";
import { listenLive } from "./socket";
import type { Word } from "./tabs";
import { alone, Tabs } from "./tabs";
import type { Result } from "./wire";

const WRITE_AFTER_MILLISECONDS = 1000;
const WRITE_AGAIN_MILLISECONDS = 60_000;
const LONGEST_DRAWING_MILLISECONDS = 500;

/** Whether what was done here is at the server. */
export interface Status {
  readonly reachable: boolean;
  readonly signedIn: boolean;
  readonly waiting: number;
}

/** A person's data on this device: what is shown, what waits, and what keeps both in step with the server. */
export class Space {
  readonly store = new Store();
  readonly status = new Signal<Status>({ reachable: true, signedIn: true, waiting: 0 });
  /** What could not be done, in a sentence, the last one; undefined once it was read. */
  readonly refusal = new Signal<string | undefined>(undefined);
  /** What was done last, for the toast that offers to undo it. */
  readonly done = new Signal<Step | undefined>(undefined);
  /** Whether there is anything to show: the copy on this device was read, or the first rows have come. */
  readonly ready = new Signal(false);
  /** Where this copy stands at the server; it changes with all that comes from there. */
  readonly cursor = new Signal<string | null>(null);
  readonly #history = new History();
  readonly #person: string;
  readonly #disk: Disk;
  readonly #outbox: Outbox;
  readonly #snapshot: Snapshot;
  readonly #tabs: Tabs;
  readonly #end = new AbortController();
  readonly #unwritten = new Set<Id>();
  #engine: Engine | undefined;
  #pastIsKnown = Promise.resolve();
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** The name under which this device is known at the server. */
  get device(): string | undefined {
    return this.#engine?.client;
  }

  /** Open the copy on this device, and begin to keep it in step. */
  static async open(person: string): Promise<Space> {
    const space = new Space(person, await openDisk(person));
    await space.#start();
    return space;
  }

  private constructor(person: string, disk: Disk) {
    this.#person = person;
    this.#disk = disk;
    this.#outbox = new Outbox(disk);
    this.#snapshot = new Snapshot(disk);
    this.#tabs = new Tabs(person, (word) => this.#hear(word));
    this.store.listen(() => this.#count());
  }

  /** Do it at once, here; it is stored, sent and told to the other tabs by itself. With a step it can be undone. */
  commit(edits: readonly Edit[], step?: { readonly words: string; readonly isQuiet?: boolean }): void {
    const inverse: Edit[] = [];
    const mutations = edits.map((edit) => {
      const back = inverseOf(edit, this.store.rows);
      const mutation = mutationOf(edit, this.store.rows.get(edit.entity));
      this.store.perform(mutation);
      const upon = this.store.rows.get(edit.entity);
      // What another device does before it is taken back was not seen by who takes it back.
      inverse.unshift(upon ? { ...back, upon } : back);
      return mutation;
    });
    if (step) this.#remember({ words: step.words, inverse }, step.isQuiet);
    void this.#keep(mutations);
  }

  /** Take back what was done last, or that very step; returns its words, undefined where there is nothing. */
  undo(step?: Step): string | undefined {
    const taken = step ? this.#history.take(step) : this.#history.pop();
    this.done.value = undefined;
    if (taken) this.commit(taken.inverse);
    return taken?.words;
  }

  /** Go on after somebody signed in again. */
  wake(): void {
    this.status.value = { ...this.status.value, signedIn: true };
    this.#engine?.bell.ring();
  }

  /** Let go of it; what waits stays on this device. */
  close(): void {
    this.#end.abort();
    this.#engine?.bell.ring();
    this.#tabs.close();
    this.#disk.close();
  }

  /** Let go of it, and of all that this device kept. */
  async forget(): Promise<void> {
    this.close();
    await deleteDisk(this.#person);
  }

  async #start(): Promise<void> {
    const [position, now, client] = await Promise.all([
      this.#snapshot.position(),
      this.#snapshot.now(),
      this.#outbox.client(),
    ]);
    this.store.remember(now);
    for (const mutation of await this.#outbox.waiting()) this.store.perform(mutation, mutation.n);
    this.ready.value = position.cursor !== null;
    const engine = new Engine({ store: this.store, outbox: this.#outbox, client }, position, this.#tell, {
      changed: (ids) => this.#changed(ids),
      replaced: () => void this.#writeAnew(WRITE_AFTER_MILLISECONDS),
      refused: (results) => this.#refused(results),
      reachable: (reachable) => this.#reached(reachable),
      signedOut: () => this.#signedOut(),
    });
    this.#engine = engine;
    this.#pastIsKnown = this.#rememberPast();
    void this.#pastIsKnown.then(() => engine.run(this.#end.signal));
    void alone(this.#person, this.#end.signal, () => this.#lead(engine));
    for (const event of ["online", "focus"]) {
      window.addEventListener(event, engine.bell.ring, { signal: this.#end.signal });
    }
  }

  /** What is over is read when the lists stand. */
  async #rememberPast(): Promise<void> {
    await idle(LONGEST_DRAWING_MILLISECONDS);
    for await (const rows of this.#snapshot.past()) {
      if (this.#end.signal.aborted) return;
      this.store.remember(rows);
    }
  }

  async #lead(engine: Engine): Promise<void> {
    engine.lead();
    this.#changed([]);
    const ears = { delta: engine.hear.bind(engine), head: engine.compare.bind(engine) };
    void listenLive(ears, this.#end.signal);
    await new Promise((resolve) => this.#end.signal.addEventListener("abort", resolve));
  }

  async #keep(mutations: Parameters<Outbox["add"]>[0]): Promise<void> {
    try {
      const stored = await this.#outbox.add(mutations);
      for (const { id, n } of stored) this.store.number(id, n);
      this.#tell({ type: "stored", mutations: stored });
      this.#engine?.bell.ring();
    } catch (error) {
      console.error("an edit could not be stored", error);
      this.refusal.value = "This device has no room left: your last edit lasts only while this page is open.";
    }
  }

  #remember(step: Step, isQuiet = false): void {
    this.#history.push(step);
    this.done.value = isQuiet ? undefined : step;
  }

  readonly #tell = (word: Word): void => {
    if (!this.#end.signal.aborted) this.#tabs.tell(word);
  };

  #hear(word: Word): void {
    switch (word.type) {
      case "stored":
        for (const mutation of word.mutations) this.store.perform(mutation, mutation.n);
        this.#engine?.bell.ring();
        break;
      case "delta":
        this.#engine?.hear(word.delta);
        break;
      case "refused":
        this.#refused(word.results);
        break;
      case "renumbered":
        this.#renumbered(word.mutations);
        break;
      case "reachable":
        this.#reached(word.reachable);
        break;
      case "signed-out":
        this.status.value = { ...this.status.value, signedIn: false };
    }
  }

  #renumbered(mutations: readonly { readonly id: string; readonly n: number }[]): void {
    for (const { id, n } of mutations) this.store.number(id, n);
    void this.#outbox.client().then((client) => {
      if (this.#engine) this.#engine.client = client;
    });
  }

  #refused(results: readonly Result[]): void {
    this.refusal.value = `An edit was refused: ${results.at(-1)?.reason ?? "the server does not say why"}`;
  }

  #reached(reachable: boolean): void {
    if (this.#engine?.leads) this.#tell({ type: "reachable", reachable });
    if (reachable) this.ready.value = true;
    this.status.value = { ...this.status.value, reachable };
  }

  #signedOut(): void {
    this.#tell({ type: "signed-out" });
    this.status.value = { ...this.status.value, signedIn: false };
  }

  #count(): void {
    if (this.store.waiting !== this.status.value.waiting) {
      this.status.value = { ...this.status.value, waiting: this.store.waiting };
    }
  }

  #changed(ids: Iterable<Id>): void {
    this.#count();
    this.cursor.value = this.#engine?.position.cursor ?? null;
    if (this.store.rows.size > 0) this.ready.value = true;
    for (const id of ids) this.#unwritten.add(id);
    this.#writeIn(WRITE_AFTER_MILLISECONDS);
  }

  #writeIn(milliseconds: number): void {
    if (this.#engine?.leads) this.#writing ??= setTimeout(() => void this.#write(), milliseconds);
  }

  async #write(): Promise<void> {
    await this.#pastIsKnown;
    this.#writing = undefined;
    if (!this.#engine || this.#end.signal.aborted || this.#unwritten.size === 0) return;
    const ids = [...this.#unwritten];
    this.#unwritten.clear();
    try {
      await this.#snapshot.write(ids, (id) => this.store.confirmed(id), this.#engine.position);
    } catch (error) {
      if (this.#end.signal.aborted) return;
      if (!(error instanceof WrittenElsewhere)) console.warn("the copy on this device was not written", error);
      await this.#writeAnew(error instanceof WrittenElsewhere ? WRITE_AFTER_MILLISECONDS : WRITE_AGAIN_MILLISECONDS);
    }
  }

  /** What lies on the disk is not to be trusted, or has no room: it goes, and all is written in a while. */
  async #writeAnew(milliseconds: number): Promise<void> {
    if (!this.#engine?.leads) return;
    await this.#snapshot.clear().catch(() => {});
    for (const id of this.store.rows.keys()) this.#unwritten.add(id);
    this.#writeIn(milliseconds);
    this.#changed([]);
  }
}
