import type { Mutation, Numbered } from "../changes/mutation";
import { mutationOf } from "../changes/mutation";
import { newId } from "../ids";
import type { Device, Disk } from "./disk";

/** The edits that the server is not known to have, kept on this device in their order. */
export class Outbox {
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Store mutations; each gets its number in the transaction that stores it. */
  async add(mutations: readonly Mutation[]): Promise<Numbered[]> {
    const stored = this.#disk.transaction(["outbox", "device"], "readwrite");
    const device = (await stored.objectStore("device").get("this")) ?? newDevice();
    const numbered = mutations.map((mutation, index) => ({ ...mutation, n: device.n + index + 1 }));
    for (const mutation of numbered) stored.objectStore("outbox").put(mutation);
    stored.objectStore("device").put({ ...device, n: device.n + numbered.length }, "this");
    await stored.done;
    return numbered;
  }

  /** Return which device this is. */
  async client(): Promise<string> {
    const stored = this.#disk.transaction("device", "readwrite");
    const device = (await stored.store.get("this")) ?? newDevice();
    await stored.store.put(device, "this");
    await stored.done;
    return device.client;
  }

  /** Return what waits behind number `after`, in its order. */
  waiting(after = 0, most?: number): Promise<Numbered[]> {
    return this.#disk.getAll("outbox", IDBKeyRange.lowerBound(after, true), most);
  }

  /** Let go of what the server has. */
  async acknowledge(through: number): Promise<void> {
    if (through > 0) await this.#disk.delete("outbox", IDBKeyRange.upperBound(through));
  }

  /** Set an edit aside that blocks the next ones; an edit of nothing has its number, for none may be missing. */
  async setAside(mutation: Numbered, why: string): Promise<void> {
    const nothing = mutationOf({ op: "update", kind: mutation.kind, entity: newId() }, undefined);
    const stored = this.#disk.transaction(["outbox", "aside"], "readwrite");
    stored.objectStore("aside").put({ ...mutation, why });
    stored.objectStore("outbox").put({ ...nothing, n: mutation.n });
    await stored.done;
  }

  /** Become another device: what waits is numbered from 1 again. Returns it. */
  async startAfresh(): Promise<Numbered[]> {
    const stored = this.#disk.transaction(["outbox", "device"], "readwrite");
    const waiting = await stored.objectStore("outbox").getAll();
    const renumbered = waiting.map((mutation, index) => ({ ...mutation, n: index + 1 }));
    stored.objectStore("outbox").clear();
    for (const mutation of renumbered) stored.objectStore("outbox").put(mutation);
    stored.objectStore("device").put({ ...newDevice(), n: renumbered.length }, "this");
    await stored.done;
    return renumbered;
  }
}

function newDevice(): Device {
  return { client: crypto.randomUUID(), n: 0 };
}
