import { expect, test } from "vitest";
import type { Notice, Row } from "../changes/rows";
import { arrivals } from "./arrivals";
import { noticeGroups } from "./notice-groups";
import { lateBy } from "./notice-words";

const NOW = Date.parse("2026-11-24T11:42:00Z");

function notice(fields: Partial<Notice>): Notice {
  return {
    kind: "notice",
    id: "n",
    life: 1,
    task: "t",
    due_at: "2026-11-24T11:42:00Z",
    late_seconds: 0,
    ...fields,
  } as Notice;
}

function arrived(after: Row, before?: Row): number {
  return arrivals([{ before, after }], NOW).length;
}

test("a notice that comes on the dot is told", () => {
  expect(arrived(notice({}))).toBe(1);
});

test("what was there before, was read or is an hour old is not told", () => {
  expect(arrived(notice({}), notice({}))).toBe(0);
  expect(arrived(notice({ read_at: "2026-11-24T11:42:00Z" }))).toBe(0);
  expect(arrived(notice({ due_at: "2026-11-24T10:42:00Z" }))).toBe(0);
});

test("one that came late is told when it comes, and not again a day later", () => {
  expect(arrived(notice({ due_at: "2026-11-24T10:42:00Z", late_seconds: 3590 }))).toBe(1);
  expect(arrived(notice({ due_at: "2026-11-23T10:42:00Z", late_seconds: 182 }))).toBe(0);
});

test("notices stand by their task, unread ones first", () => {
  const groups = noticeGroups([
    notice({ id: "1", task: "a", read_at: "x" }),
    notice({ id: "2", task: "b" }),
    notice({ id: "3", task: "a", read_at: "x" }),
    notice({ id: "4", task: "b", read_at: "x" }),
  ]);
  expect(groups.map(({ task, notices }) => [task, notices.length])).toEqual([
    ["b", 2],
    ["a", 2],
  ]);
});

test("how late it was is said as shortly as it is clear", () => {
  expect([0, 7, 182, 7200, 200_000].map(lateBy)).toEqual([
    undefined,
    "late by 7 s",
    "late by 3 min",
    "late by 2 h",
    "late by 2 days",
  ]);
});
