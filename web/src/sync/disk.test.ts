import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import { mutationOf } from "../changes/mutation";
import type { Row, Task } from "../changes/rows";
import { deleteDisk, openDisk } from "./disk";
import { Outbox } from "./outbox";
import { Snapshot, WrittenElsewhere } from "./snapshot";

const POSITION = { space: "s", epoch: "e", cursor: "7.0a0a0a0a" };

function edit(title: string) {
  return mutationOf({ op: "update", kind: "task", entity: crypto.randomUUID(), set: { title } }, undefined);
}

function task(id: string, more: Partial<Task> = {}): Task {
  const kept = { life: 1, version: 1, seen: {}, created_at: "", updated_at: "", tags: [], reminders: [] };
  return { kind: "task", id, title: id, ...kept, ...more };
}

async function pastOf(snapshot: Snapshot): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of snapshot.past()) rows.push(...part);
  return rows;
}

describe("the outbox", () => {
  test("numbers without gaps, in order, whoever adds at the same time", async () => {
    const disk = await openDisk(crypto.randomUUID());
    const [one, other] = [new Outbox(disk), new Outbox(disk)];
    await Promise.all([one.add([edit("a"), edit("b")]), other.add([edit("c")]), one.add([edit("d")])]);
    const waiting = await one.waiting();
    expect(waiting.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(waiting.map(({ set }) => set.title)).toEqual(["a", "b", "c", "d"]);
  });

  test("survives being closed, and keeps its name", async () => {
    const person = crypto.randomUUID();
    const disk = await openDisk(person);
    await new Outbox(disk).add([edit("a")]);
    const client = await new Outbox(disk).client();
    disk.close();
    const again = new Outbox(await openDisk(person));
    expect(await again.client()).toBe(client);
    expect((await again.add([edit("b")])).map(({ n }) => n)).toEqual([2]);
  });

  test("lets go of what the server has, and counts on", async () => {
    const outbox = new Outbox(await openDisk(crypto.randomUUID()));
    await outbox.add([edit("a"), edit("b"), edit("c")]);
    await outbox.acknowledge(2);
    expect((await outbox.waiting()).map(({ n }) => n)).toEqual([3]);
    expect((await outbox.add([edit("d")])).map(({ n }) => n)).toEqual([4]);
    expect((await outbox.waiting(3)).map(({ set }) => set.title)).toEqual(["d"]);
  });

  test("becomes another device that loses nothing of what waits", async () => {
    const outbox = new Outbox(await openDisk(crypto.randomUUID()));
    const before = await outbox.client();
    await outbox.add([edit("a"), edit("b"), edit("c")]);
    await outbox.acknowledge(1);
    await outbox.startAfresh();
    expect(await outbox.client()).not.toBe(before);
    expect((await outbox.waiting()).map(({ n, set }) => `${n} ${set.title}`)).toEqual(["1 b", "2 c"]);
  });
});

test("a disk of the version before keeps what waits, and can set it aside", async () => {
  const person = crypto.randomUUID();
  const old = await openDB(`onthedot-${person}`, 1, {
    upgrade(disk) {
      disk.createObjectStore("outbox", { keyPath: "n" });
      for (const name of ["rows", "position", "device"]) disk.createObjectStore(name);
    },
  });
  await old.put("outbox", { ...edit("a"), n: 1 });
  old.close();
  const disk = await openDisk(person);
  const outbox = new Outbox(disk);
  const [waiting] = await outbox.waiting();
  if (waiting) await outbox.setAside(waiting, "too large");
  expect(await disk.getAll("aside")).toMatchObject([{ n: 1, set: { title: "a" }, why: "too large" }]);
});

describe("the copy on this device", () => {
  test("gives back what was written, what is over apart from what is not", async () => {
    const disk = await openDisk(crypto.randomUUID());
    const rows = new Map(Array.from({ length: 1200 }, (_, n) => [`t${n}`, task(`t${n}`)]));
    rows.set("t7", task("t7", { completed_at: "2026-11-24T10:00:00Z" }));
    const snapshot = new Snapshot(disk);
    await snapshot.position();
    await snapshot.write(rows.keys(), (id) => rows.get(id), POSITION);
    const again = new Snapshot(disk);
    expect(await again.position()).toMatchObject(POSITION);
    expect((await again.now()).length).toBe(1199);
    expect((await pastOf(again)).map(({ id }) => id)).toEqual(["t7"]);
  });

  test("moves a row that is over, and one that came back, and forgets what is gone", async () => {
    const disk = await openDisk(crypto.randomUUID());
    const rows = new Map([task("a"), task("b"), task("c")].map((row) => [row.id, row]));
    const find = (id: string) => rows.get(id);
    const snapshot = new Snapshot(disk);
    await snapshot.position();
    await snapshot.write(["a", "b", "c"], find, POSITION);
    rows.set("a", task("a", { completed_at: "2026-11-24T10:00:00Z" }));
    rows.delete("b");
    await snapshot.write(["a", "b"], find, POSITION);
    const again = new Snapshot(disk);
    expect((await again.now()).map(({ id }) => id)).toEqual(["c"]);
    expect((await pastOf(again)).map(({ id }) => id)).toEqual(["a"]);
  });

  test("is not written over by a tab that does not know what another wrote since", async () => {
    const disk = await openDisk(crypto.randomUUID());
    const [one, other] = [new Snapshot(disk), new Snapshot(disk)];
    await Promise.all([one.position(), other.position()]);
    await one.write(["a"], task, POSITION);
    await expect(other.write(["b"], task, POSITION)).rejects.toThrow(WrittenElsewhere);
    await other.clear();
    await other.write(["a", "b"], task, POSITION);
    expect((await new Snapshot(disk).now()).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("is gone when it is to be forgotten", async () => {
    const person = crypto.randomUUID();
    const disk = await openDisk(person);
    await new Outbox(disk).add([edit("a")]);
    disk.close();
    await deleteDisk(person);
    expect(await new Outbox(await openDisk(person)).waiting()).toEqual([]);
  });
});
