import { describe, expect, test } from "vitest";
import type { Edit, Mutation } from "./mutation";
import { mutationOf } from "./mutation";
import type { Task, WireRow } from "./rows";
import { rowOf } from "./rows";
import { Store } from "./store";

const SHOPPING = "0192f0c0-0000-7000-8000-000000000001";
const MILK = "0192f0c0-0000-7000-8000-000000000002";
const OTHER = "0192f0c0-0000-7000-8000-00000000000f";

function wire(id: string, values: Record<string, unknown>, n = 1, kind: WireRow["kind"] = "task"): WireRow {
  const stamps = Object.fromEntries(Object.keys(values).map((name) => [name, [1000 * n, 0, OTHER, n] as const]));
  const kept = { created_at: "2026-11-24T10:00:00.000Z", updated_at: "2026-11-24T10:00:00.000Z" };
  return { kind, id, sequence: n, life: 1, version: n, values: { ...kept, ...values }, stamps };
}

function storeWith(...rows: WireRow[]): Store {
  const store = new Store();
  store.confirm(rows.map(rowOf), null);
  return store;
}

function perform(store: Store, edit: Edit, n?: number): Mutation {
  const mutation = mutationOf(edit, store.rows.get(edit.entity));
  store.perform(mutation, n);
  return mutation;
}

function task(store: Store, id = MILK): Task {
  const row = store.rows.get(id);
  if (row?.kind !== "task") throw new Error("no such task");
  return row;
}

const retitle = (title: string): Edit => ({ op: "update", kind: "task", entity: MILK, set: { title } });

describe("what is shown", () => {
  test("is the edit at once, and the server's row beneath it", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    perform(store, retitle("Oat milk"));
    expect(task(store).title).toBe("Oat milk");
    expect(store.confirmed(MILK)).toMatchObject({ title: "Milk" });
  });

  test("keeps the edit over a row that does not contain it yet", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    perform(store, retitle("Oat milk"), 1);
    store.confirm([rowOf(wire(MILK, { title: "Milk", priority: 1 }, 2))], 0);
    expect(task(store)).toMatchObject({ title: "Oat milk", priority: 1 });
  });

  test("is the server's word once that contains the edit", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    perform(store, retitle("Oat milk"), 1);
    store.confirm([rowOf(wire(MILK, { title: "Soy milk" }, 3))], 1);
    expect(task(store).title).toBe("Soy milk");
    expect(store.waiting).toBe(0);
  });

  test("goes back to the server's row when the edit was refused", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    perform(store, retitle("x".repeat(501)), 1);
    store.confirm([], 1);
    expect(task(store).title).toBe("Milk");
  });

  test("keeps an edit that has no number yet, whatever is acknowledged", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    perform(store, retitle("Oat milk"));
    store.confirm([], 99);
    expect(task(store).title).toBe("Oat milk");
  });

  test("holds each edit once, however often it is told", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    const mutation = perform(store, retitle("Oat milk"), 1);
    store.perform(mutation, 1);
    expect(store.waiting).toBe(1);
  });

  test("loses what the server no longer has, and keeps what waits", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }), wire(SHOPPING, { title: "Shopping" }));
    perform(store, retitle("Oat milk"), 1);
    store.replace([rowOf(wire(MILK, { title: "Milk" }))]);
    expect([...store.rows.keys()]).toEqual([MILK]);
    expect(task(store).title).toBe("Oat milk");
  });

  test("does not fall back to what was kept on the device when something newer came first", () => {
    const store = storeWith(wire(MILK, { title: "Newer" }, 2));
    store.remember([rowOf(wire(MILK, { title: "Older" }))]);
    expect(task(store).title).toBe("Newer");
  });
});

describe("an edit", () => {
  test("says which versions its author had seen of what it sets, and of nothing else", () => {
    const store = storeWith(wire(MILK, { title: "Milk", priority: 2 }, 7));
    const mutation = perform(store, retitle("Oat milk"));
    expect(mutation.base).toEqual({ title: `${OTHER}:7` });
  });

  test("adds and removes members of lists by themselves", () => {
    const store = storeWith(wire(MILK, { title: "Milk", "tag:a": true, "reminder:r": { before: "PT1H" } }));
    perform(store, { op: "update", kind: "task", entity: MILK, set: { "tag:b": true, "tag:a": null } });
    perform(store, { op: "update", kind: "task", entity: MILK, set: { "reminder:s": { before: "PT0M" } } });
    expect(task(store).tags).toEqual(["b"]);
    expect(task(store).reminders).toEqual([
      { id: "r", before: "PT1H" },
      { id: "s", before: "PT0M" },
    ]);
  });

  test("never has an earlier time than the one before", () => {
    const store = storeWith(wire(MILK, { title: "Milk" }));
    const times = ["a", "b", "c"].map((title) => perform(store, retitle(title)).clock);
    expect(times).toEqual(times.toSorted(([ms, n], [other, m]) => ms - other || n - m));
    expect(new Set(times.map(String)).size).toBe(3);
  });
});

describe("deleting", () => {
  const rows = () =>
    storeWith(
      wire(SHOPPING, { name: "Shopping" }, 1, "project"),
      wire(MILK, { title: "Milk", project: SHOPPING }),
      wire(OTHER, { title: "Open the carton", parent: MILK }),
    );

  test("takes along what hangs on it, at any depth", () => {
    const store = rows();
    perform(store, { op: "delete", kind: "project", entity: SHOPPING });
    expect([task(store).life, task(store, OTHER).life]).toEqual([2, 2]);
  });

  test("leaves what is done", () => {
    const store = rows();
    perform(store, { op: "complete", kind: "task", entity: MILK });
    perform(store, { op: "delete", kind: "project", entity: SHOPPING });
    expect([task(store).life, task(store, OTHER).life]).toEqual([1, 2]);
  });

  test("is undone with exactly those", () => {
    const store = rows();
    perform(store, { op: "delete", kind: "task", entity: OTHER });
    perform(store, { op: "delete", kind: "project", entity: SHOPPING });
    perform(store, { op: "restore", kind: "project", entity: SHOPPING });
    expect([task(store).life, task(store, OTHER).life]).toEqual([3, 2]);
  });

  test("lets later edits pass by", () => {
    const store = rows();
    perform(store, { op: "delete", kind: "task", entity: MILK });
    perform(store, retitle("Oat milk"));
    expect(task(store).title).toBe("Milk");
  });
});

test("Listeners hear what a row was and what it is, and nothing when it stays as it was", () => {
  const store = storeWith(wire(MILK, { title: "Milk" }));
  const heard: string[] = [];
  store.listen((changes) => {
    for (const { before, after } of changes) heard.push(`${(before as Task)?.title} → ${(after as Task)?.title}`);
  });
  perform(store, retitle("Oat milk"));
  perform(store, { op: "reopen", kind: "task", entity: MILK });
  expect(heard).toEqual(["Milk → Oat milk"]);
});

test("What hangs on a task is known, wherever it is moved and whoever moves it", () => {
  const store = storeWith(wire(SHOPPING, { title: "Shopping" }), wire(MILK, { title: "Milk", parent: SHOPPING }));
  expect(store.below(SHOPPING).map(({ id }) => id)).toEqual([MILK]);
  perform(store, { op: "update", kind: "task", entity: MILK, set: { parent: null } }, 1);
  expect(store.below(SHOPPING)).toEqual([]);
  store.confirm([rowOf(wire(MILK, { title: "Milk", parent: SHOPPING }, 2))], 1);
  expect(store.below(SHOPPING)).toEqual([store.rows.get(MILK)]);
  store.replace([]);
  expect(store.below(SHOPPING)).toEqual([]);
});
