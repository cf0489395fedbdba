import { expect, test } from "vitest";
import type { Id, Row, Task } from "../changes/rows";
import { findAmong, findTasks } from "./find-tasks";

function rowsOf(...rows: readonly Partial<Row>[]): Map<Id, Row> {
  const made = rows.map((row, index) => ({
    kind: "task",
    id: `id ${index}`,
    life: 1,
    tags: [],
    reminders: [],
    ...row,
  }));
  return new Map(made.map((row) => [row.id, row as unknown as Row]));
}

function found(rows: Map<Id, Row>, query: string): string[] {
  return findTasks(rows, query).map(({ title }) => title);
}

test("every word has to be there, in any order", () => {
  const rows = rowsOf({ title: "Post the letter to Ana" }, { title: "Post the parcel" });
  expect(found(rows, "ana post")).toEqual(["Post the letter to Ana"]);
});

test("notes, project and tags are searched too", () => {
  const rows = rowsOf(
    { kind: "project", id: "garden", name: "Küchengarten" },
    { kind: "tag", id: "phone", name: "phone" },
    { title: "Ferns", project: "garden" },
    { title: "Landlord", tags: ["phone"] },
    { title: "Insurer", notes: "by phone, claim 4471" },
  );
  expect(found(rows, "kuchen")).toEqual(["Ferns"]);
  expect(found(rows, "phone").sort()).toEqual(["Insurer", "Landlord"]);
  expect(found(rows, "@phone")).toEqual(["Landlord"]);
  expect(found(rows, "insurer claim")).toEqual(["Insurer"]);
});

test("titles that begin so come first, then words that do, then the rest", () => {
  const rows = rowsOf(
    { title: "Soup", notes: "post" },
    { title: "Turn the compost" },
    { title: "The post" },
    { title: "Post it" },
  );
  expect(found(rows, "post")).toEqual(["Post it", "The post", "Turn the compost", "Soup"]);
});

test("a title that begins with the first word keeps its place with further words", () => {
  const rows = rowsOf({ title: "Post the letter" }, { title: "The letter by post" });
  expect(found(rows, "post letter")).toEqual(["Post the letter", "The letter by post"]);
});

test("what is done is found only if asked for, and comes last", () => {
  const rows = rowsOf({ title: "Post", completed_at: "2026-11-24T08:00:00Z" }, { title: "Compost" });
  expect(found(rows, "post")).toEqual(["Compost"]);
  const all = findAmong(rows.values() as Iterable<Task>, "post", { names: new Map(), putsDoneLast: true });
  expect(all.map(({ title }) => title)).toEqual(["Compost", "Post"]);
});

test("the Trash is not searched", () => {
  expect(found(rowsOf({ title: "Post", life: 2 }), "post")).toEqual([]);
});

test("an empty query finds nothing", () => {
  expect(found(rowsOf({ title: "Post" }), "  ")).toEqual([]);
});
