import { expect, test } from "vitest";
import { type Activity, type ActivityItem, withNewer, withOlder } from "./activity";
import { daysOf, filtered } from "./days";

function item(id: string, at = "2026-11-24T11:20:00Z", kind = "task"): ActivityItem {
  const actor = { kind: "person", name: "Ada" };
  return { id, type: `${kind}.created`, kind, entity: id, title: id, changed: [], actor, client: null, at };
}

function ids(activity: Activity): string {
  return activity.items.map(({ id }) => id).join(" ");
}

test("what is new stands before what is known, each once", () => {
  const known = { items: [item("3"), item("2"), item("1")], next: "1" };
  const joined = withNewer(known, { items: [item("5"), item("4"), item("3")], next: "3" });
  expect(ids(joined)).toBe("5 4 3 2 1");
  expect(joined.next).toBe("1");
});

test("after a long absence, when the two do not meet, there is no hole between them", () => {
  const known = { items: [item("2"), item("1")], next: null };
  const newest = { items: [item("9"), item("8")], next: "8" };
  expect(withNewer(known, newest)).toEqual(newest);
  expect(withNewer(undefined, newest)).toEqual(newest);
});

test("what is older stands after, and leads further back", () => {
  const joined = withOlder({ items: [item("3")], next: "3" }, { items: [item("2"), item("1")], next: null });
  expect(ids(joined)).toBe("3 2 1");
  expect(joined.next).toBeNull();
});

test("days are those of the zone", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  const late = [item("2", "2026-11-23T23:30:00Z"), item("1", "2026-11-23T22:30:00Z")];
  expect(daysOf(late, now, "Europe/Berlin").map(({ name }) => name)).toEqual(["Today", "Yesterday"]);
  expect(daysOf(late, now, "UTC").map(({ name }) => name)).toEqual(["Yesterday"]);
});

test("a filter lets its kinds through", () => {
  const items = [item("1"), item("2", "2026-11-24T11:20:00Z", "tag"), item("3", "2026-11-24T11:20:00Z", "notice")];
  expect(filtered(items, "all")).toHaveLength(3);
  expect(filtered(items, "lists").map(({ id }) => id)).toEqual(["2"]);
});
