import type { Step } from "../changes/history";
import type { Edit } from "../changes/mutation";
import type { Id } from "../changes/rows";
import { Steps, type StepWords } from "../changes/steps";
import { Store } from "../changes/store";
import { Signal } from "../signal";
import { Aside, type SetAside } from "./aside";
import { Copy } from "./copy";
import type { Disk } from "./disk";
import { deleteDisk, openDisk } from "./disk";
import { Engine } from "./engine";
import { Outbox } from "./outbox";
import { listenLive } from "./socket";
import { Status } from "./status";
import type { Word } from "./tabs";
import { alone, Tabs } from "./tabs";
import type { Result } from "./wire";

/** A person's data on this device: what is shown, what waits, and what keeps both in step with the server. */
export class Space {
  readonly store = new Store();
  readonly status = new Status();
  /** What could not be done, in a sentence, the last one; undefined once it was read. */
  readonly refusal = new Signal<string | undefined>(undefined);
  /** Whether there is anything to show: the copy on this device was read, or the first rows have come. */
  readonly ready = new Signal(false);
  /** Where this copy stands at the server; it changes with all that comes from there. */
  readonly cursor = new Signal<string | null>(null);
  /** The edits that could not be sent. */
  readonly aside: Aside;
  readonly #steps = new Steps(this.store);
  /** What was done last, for the toast that offers to undo it. */
  readonly done = this.#steps.done;
  readonly #person: string;
  readonly #disk: Disk;
  readonly #outbox: Outbox;
  readonly #copy: Copy;
  readonly #tabs: Tabs;
  readonly #end = new AbortController();
  #engine: Engine | undefined;

  /** The name under which this device is known at the server. */
  get device(): string | undefined {
    return this.#engine?.outgoing.client;
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
    this.aside = new Aside(disk);
    this.#copy = new Copy(disk, this.store, this.#end.signal);
    this.#tabs = new Tabs(person, (word) => this.#hear(word));
    this.store.listen(() => this.#count());
  }

  /** Do it at once, here; it is stored, sent and told to the other tabs by itself. With a step it can be undone. */
  commit(edits: readonly Edit[], step?: StepWords): void {
    void this.#keep(this.#steps.perform(edits, step));
  }

  /** Take back what was done last, or that very step; returns its words, undefined where there is nothing. */
  undo(step?: Step): string | undefined {
    const taken = this.#steps.take(step);
    if (taken) this.commit(taken.inverse);
    return taken?.words;
  }

  /** Make an edit once more that could not be sent: the reason may be over. It is kept until it is stored anew. */
  async sendAgain({ id, op, kind, entity, set }: SetAside): Promise<void> {
    if (await this.#keep(this.#steps.perform([{ op, kind, entity, set }]))) await this.letGo(id);
  }

  /** Keep an edit no longer that could not be sent. */
  async letGo(id: string): Promise<void> {
    await this.aside.letGo(id);
    this.#tell({ type: "decided" });
  }

  /** Go on after somebody signed in again. */
  wake(): void {
    this.status.note({ signedIn: true });
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
    const [position, client] = await Promise.all([this.#copy.read(), this.#outbox.client()]);
    for (const mutation of await this.#outbox.waiting()) this.store.perform(mutation, mutation.n);
    await this.aside.read();
    this.ready.value = position.cursor !== null;
    const engine = new Engine({ store: this.store, outbox: this.#outbox, client }, position, this.#tell, {
      changed: (ids) => this.#changed(ids),
      replaced: () => {
        this.#changed([]);
        void this.#copy.replaced(engine);
      },
      refused: (results) => this.#refused(results),
      reachable: (reachable) => this.#reached(reachable),
      signedOut: () => this.#signedOut(),
    });
    this.#engine = engine;
    void this.#copy.readPast().then(() => engine.run(this.#end.signal));
    void alone(this.#person, this.#end.signal, () => this.#lead(engine));
    for (const event of ["online", "focus"]) {
      window.addEventListener(event, engine.bell.ring, { signal: this.#end.signal });
    }
  }

  async #lead(engine: Engine): Promise<void> {
    engine.lead();
    this.#changed([]);
    const ears = { delta: engine.hear.bind(engine), head: engine.compare.bind(engine) };
    void listenLive(ears, this.#end.signal);
    await new Promise((resolve) => this.#end.signal.addEventListener("abort", resolve));
  }

  /** Tell whether this device could store them. */
  async #keep(mutations: Parameters<Outbox["add"]>[0]): Promise<boolean> {
    try {
      const stored = await this.#outbox.add(mutations);
      for (const { id, n } of stored) this.store.number(id, n);
      this.#tell({ type: "stored", mutations: stored });
      this.#engine?.bell.ring();
      return true;
    } catch (error) {
      console.error("an edit could not be stored", error);
      this.refusal.value = "This device has no room left: your last edit lasts only while this page is open.";
      return false;
    }
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
      case "decided":
        void this.aside.read();
        break;
      case "renumbered":
        this.#renumbered(word.mutations);
        break;
      case "reachable":
        this.#reached(word.reachable);
        break;
      case "signed-out":
        this.status.note({ signedIn: false });
    }
  }

  #renumbered(mutations: readonly { readonly id: string; readonly n: number }[]): void {
    for (const { id, n } of mutations) this.store.number(id, n);
    void this.#outbox.client().then((client) => {
      if (this.#engine) this.#engine.outgoing.client = client;
    });
  }

  #refused(results: readonly Result[]): void {
    this.refusal.value = `An edit was refused: ${results.at(-1)?.reason ?? "the server does not say why"}`;
    void this.aside.read();
  }

  #reached(reachable: boolean): void {
    if (this.#engine?.leads) this.#tell({ type: "reachable", reachable });
    if (reachable) this.ready.value = true;
    this.status.note({ reachable });
  }

  #signedOut(): void {
    this.#tell({ type: "signed-out" });
    this.status.note({ signedIn: false });
  }

  #count(): void {
    this.status.note({ waiting: this.store.waiting });
  }

  #changed(ids: Iterable<Id>): void {
    this.#count();
    this.cursor.value = this.#engine?.position.cursor ?? null;
    if (this.store.rows.size > 0) this.ready.value = true;
    if (this.#engine) this.#copy.changed(ids, this.#engine);
  }
}
