import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Task } from "../changes/rows";
import { Store } from "../changes/store";
import { Copy } from "./copy";
import type { Disk } from "./disk";
import { openDisk } from "./disk";
import { Snapshot } from "./snapshot";

const TAB = { leads: true, position: { space: "s", epoch: "e", cursor: "7.0a0a0a0a" } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function task(id: string, more: Partial<Task> = {}): Task {
  const kept = { life: 1, version: 1, seen: {}, created_at: "", updated_at: "", tags: [], reminders: [] };
  return { kind: "task", id, title: id, ...kept, ...more };
}

async function keptOn(disk: Disk): Promise<string[]> {
  const snapshot = new Snapshot(disk);
  const rows = await snapshot.now();
  for await (const part of snapshot.past()) rows.push(...part);
  return rows.map(({ id }) => id).sort();
}

async function copyOf(store: Store): Promise<{ copy: Copy; disk: Disk }> {
  const disk = await openDisk(crypto.randomUUID());
  const copy = new Copy(disk, store, new AbortController().signal);
  await copy.read();
  return { copy, disk };
}

test("what changed is written a while later, by the tab that leads alone", async () => {
  const store = new Store();
  const { copy, disk } = await copyOf(store);
  store.confirm([task("a"), task("b", { completed_at: "2026-11-24T10:00:00Z" })], null);
  copy.changed(["a"], { ...TAB, leads: false });
  await vi.advanceTimersByTimeAsync(5000);
  expect(await keptOn(disk)).toEqual([]);
  copy.changed(["b"], TAB);
  await vi.advanceTimersByTimeAsync(5000);
  await vi.waitFor(async () => expect(await keptOn(disk)).toEqual(["a", "b"]));
});

test("a write that failed is made up for", async () => {
  const store = new Store();
  const { copy, disk } = await copyOf(store);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(disk, "transaction").mockImplementationOnce(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  store.confirm([task("a")], null);
  copy.changed(["a"], TAB);
  await vi.advanceTimersByTimeAsync(2000);
  store.confirm([task("b")], null);
  copy.changed(["b"], TAB);
  await vi.advanceTimersByTimeAsync(120_000);
  await vi.waitFor(async () => expect(await keptOn(disk)).toEqual(["a", "b"]));
});

test("what a restored backup does not have is gone from the device too", async () => {
  const store = new Store();
  const { copy, disk } = await copyOf(store);
  store.confirm([task("kept"), task("gone", { completed_at: "2026-11-24T10:00:00Z" })], null);
  copy.changed(store.rows.keys(), TAB);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(async () => expect(await keptOn(disk)).toEqual(["gone", "kept"]));
  store.replace([task("kept")]);
  await copy.replaced(TAB);
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitFor(async () => expect(await keptOn(disk)).toEqual(["kept"]));
});
