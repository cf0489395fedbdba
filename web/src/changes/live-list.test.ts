import { expect, test } from "vitest";
import { byRank, isOpenTask } from "../tasks/rules";
import { LiveList } from "./live-list";
import type { Task } from "./rows";

const rule = { holds: isOpenTask, compare: byRank };

function task(id: string, rank: string, more: Partial<Task> = {}): Task {
  const kept = { life: 1, version: 1, seen: {}, created_at: "", updated_at: "", tags: [], reminders: [] };
  return { kind: "task", id, title: id, rank, ...kept, ...more };
}

const ids = (list: LiveList<Task>) => list.items.map(({ id }) => id);

test("A row that changes its place moves, one that is done leaves, a new one comes in where it belongs", () => {
  const [a, b, c] = [task("a", "1"), task("b", "2"), task("c", "3")];
  const list = new LiveList(rule, [c, a, b]);
  list.follow([{ before: a, after: task("a", "4") }]);
  expect(ids(list)).toEqual(["b", "c", "a"]);
  list.follow([{ before: b, after: { ...b, completed_at: "2026-11-24T10:00:00Z" } }]);
  expect(ids(list)).toEqual(["c", "a"]);
  list.follow([{ before: undefined, after: task("d", "35") }]);
  expect(ids(list)).toEqual(["c", "d", "a"]);
});

test("A change that does not concern it leaves the very same list", () => {
  const list = new LiveList(rule, [task("a", "1")]);
  const before = list.items;
  const done = task("z", "1", { completed_at: "2026-11-24T10:00:00Z" });
  expect(list.follow([{ before: done, after: { ...done, title: "other" } }])).toBe(false);
  expect(list.items).toBe(before);
});

test("Random changes, one by one and many at once, leave what sorting anew would", () => {
  const rows = new Map(Array.from({ length: 200 }, (_, n) => [`t${n}`, task(`t${n}`, String(n % 17))]));
  const list = new LiveList(rule, rows.values());
  for (let round = 0; round < 200; round += 1) {
    const changes = Array.from({ length: round % 50 === 0 ? 100 : 1 }, () => {
      const id = `t${Math.floor(Math.random() * 250)}`;
      const done = Math.random() < 0.3 ? { completed_at: "2026-11-24T10:00:00Z" } : {};
      const [before, after] = [rows.get(id), task(id, String(Math.floor(Math.random() * 17)), done)];
      rows.set(id, after);
      return { before, after };
    });
    // As the store tells it: each row once, from what it was to what it is.
    const once = new Map(changes.map(({ after }) => [after.id, after]));
    const first = new Map(changes.toReversed().map(({ before, after }) => [after.id, before]));
    list.follow([...once].map(([id, after]) => ({ before: first.get(id), after })));
  }
  expect(ids(list)).toEqual(new LiveList(rule, rows.values()).items.map(({ id }) => id));
});

test("A row leaves also where the order puts it elsewhere by now, and no other one leaves for it", () => {
  const first = new Map([
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ]);
  const compare = (one: Task, other: Task) => (first.get(one.id) ?? 0) - (first.get(other.id) ?? 0);
  const [a, b, c] = [task("a", ""), task("b", ""), task("c", "")];
  const list = new LiveList({ holds: isOpenTask, compare }, [a, b, c]);
  first.set("a", 9);
  list.follow([{ before: a, after: { ...a, title: "renamed" } }]);
  expect(ids(list)).toEqual(["b", "c", "a"]);
});
