import { expect, test } from "vitest";
import type { Task } from "../changes/rows";
import { nowAt } from "../dates/when";
import { isLate } from "./rules";

const NOON = nowAt(Date.parse("2026-11-24T12:00:00Z"), "UTC");

function task(more: Partial<Task>): Task {
  const kept = { life: 1, version: 1, seen: {}, created_at: "", updated_at: "", tags: [], reminders: [] };
  return { kind: "task", id: "tea", title: "Tea", ...kept, ...more };
}

test("an hour that is over makes late only on its own day and after it", () => {
  expect(isLate(task({ due: { at: "2026-11-24T09:00" } }), NOON)).toBe(true);
  expect(isLate(task({ due: { at: "2026-11-23T15:00" } }), NOON)).toBe(true);
  expect(isLate(task({ due: { at: "2026-11-25T09:00" } }), NOON)).toBe(false);
  expect(isLate(task({ due: { at: "2026-11-24T15:00" } }), NOON)).toBe(false);
});

test("what is done, or due at no time, is not late", () => {
  expect(isLate(task({ due: { at: "2026-11-24T09:00" }, completed_at: "2026-11-24T10:00:00Z" }), NOON)).toBe(false);
  expect(isLate(task({}), NOON)).toBe(false);
  expect(isLate(task({ due: { date: "2026-11-24" } }), NOON)).toBe(false);
});
