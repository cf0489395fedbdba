import { expect, test } from "vitest";
import { dayOfIso } from "./when";
import { beforeWords, dayWords, lateWords, lengthWords, longDate, whenWords } from "./words";

const today = dayOfIso("2026-11-24");

test.each([
  ["2026-11-23", "Yesterday"],
  ["2026-11-24", "Today"],
  ["2026-11-25", "Tomorrow"],
  ["2026-11-27", "Fri 27 Nov"],
  ["2027-01-05", "Tue 5 Jan 2027"],
])("%s is called %s", (date, words) => {
  expect(dayWords(dayOfIso(date), today)).toBe(words);
});

test("A day in full, and a day with its hour", () => {
  expect(longDate(today, today)).toBe("Tuesday 24 November");
  expect(whenWords({ day: today, minute: 545 }, today)).toBe("Today 09:05");
});

test("Lengths", () => {
  expect([3, 60, 162, 1440, 4000].map(lengthWords)).toEqual(["3 min", "1 h", "2 h 42 min", "1 day", "2 days"]);
});

test("Lateness counts from the time, or from the next day on", () => {
  const now = { day: today, minute: 702, zone: "UTC" };
  expect(lateWords({ day: today, minute: 540 }, now)).toBe("2 h 42 min late");
  expect(lateWords({ day: today, minute: undefined }, now)).toBeUndefined();
  expect(lateWords({ day: today - 1, minute: undefined }, now)).toBe("1 day late");
});

test("Reminders before due", () => {
  expect(["PT0M", "PT10M", "PT1H", "P1D", "P1DT2H"].map(beforeWords)).toEqual([
    "When it is due",
    "10 minutes before",
    "1 hour before",
    "1 day before",
    "1 day 2 hours before",
  ]);
});
