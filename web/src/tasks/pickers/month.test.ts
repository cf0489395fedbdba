import { expect, test } from "vitest";
import { isoDate } from "../../dates/calendar";
import { dayOfIso } from "../../dates/when";
import { dayAfterKey, isSameMonth, weeksAround } from "./month";

test("six weeks from a Monday on hold all of the month", () => {
  const weeks = weeksAround(dayOfIso("2026-11-24"));
  expect(weeks.map(([monday]) => isoDate(monday ?? 0))).toEqual([
    "2026-10-26",
    "2026-11-02",
    "2026-11-09",
    "2026-11-16",
    "2026-11-23",
    "2026-11-30",
  ]);
});

test("a month that begins on a Monday begins in the first row", () => {
  expect(isoDate(weeksAround(dayOfIso("2027-02-28"))[0]?.[0] ?? 0)).toBe("2027-02-01");
});

test.each([
  ["ArrowLeft", "2027-01-30"],
  ["ArrowRight", "2027-02-01"],
  ["ArrowUp", "2027-01-24"],
  ["ArrowDown", "2027-02-07"],
  ["Home", "2027-01-25"],
  ["End", "2027-01-31"],
  ["PageUp", "2026-12-31"],
  ["PageDown", "2027-02-28"],
])("%s leads to %s from the last of January", (key, date) => {
  expect(isoDate(dayAfterKey(key, dayOfIso("2027-01-31")) ?? 0)).toBe(date);
});

test("other keys lead nowhere", () => {
  expect(dayAfterKey("a", 20_000)).toBeUndefined();
});

test("one month of two years is two", () => {
  expect(isSameMonth(dayOfIso("2026-11-01"), dayOfIso("2026-11-30"))).toBe(true);
  expect(isSameMonth(dayOfIso("2026-11-01"), dayOfIso("2027-11-01"))).toBe(false);
});
