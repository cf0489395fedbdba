import { expect, test } from "vitest";
import type { Reminder, Task } from "../../changes/rows";
import { idsIn, remindersOf } from "./shared-reminders";

function taskWith(...reminders: readonly Reminder[]): Task {
  const kept = { id: "t", life: 1, version: 1, seen: {}, created_at: "", updated_at: "" };
  return { ...kept, kind: "task", title: "Archive", tags: [], reminders };
}

const tasks = [
  taskWith({ id: "a", before: "PT1H" }, { id: "b", at: "2026-11-24T09:00" }),
  taskWith({ id: "c", before: "PT60M" }, { id: "d", before: "P1D" }, { id: "e", before: "PT24H" }),
];

test("what several tasks have is listed once", () => {
  expect(remindersOf(tasks).map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
});

test("one length written otherwise is the same", () => {
  expect(idsIn(tasks, { before: "PT1H" })).toEqual(["a", "c"]);
});

test("a day of the calendar is not 24 hours", () => {
  expect(idsIn(tasks, { before: "P1D" })).toEqual(["d"]);
});
