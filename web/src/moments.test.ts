import { expect, test } from "vitest";
import { ago, dateOf, dayOf, hourOf, shortly } from "./moments";

const ZONE = "Europe/Berlin";
const NOW = new Date("2026-11-24T10:42:00Z");

test("an hour is the one that the clocks of the zone show", () => {
  expect(hourOf(NOW, ZONE)).toBe("11:42");
  expect(hourOf(new Date("2026-11-23T23:05:00Z"), ZONE)).toBe("00:05");
});

test("a day begins at midnight in the zone, not in UTC", () => {
  expect(dayOf(new Date("2026-11-23T23:05:00Z"), NOW, ZONE)).toBe("Today");
  expect(dayOf(new Date("2026-11-23T22:55:00Z"), NOW, ZONE)).toBe("Yesterday");
  expect(dayOf(new Date("2026-11-22T12:00:00Z"), NOW, ZONE)).toBe("Sun 22 Nov");
});

test("a date of another year says which", () => {
  expect(dateOf(new Date("2025-11-24T10:00:00Z"), NOW, ZONE)).toBe("24 Nov 2025");
});

test("a short moment is the hour today, the weekday in a week, else the date", () => {
  expect(shortly(new Date("2026-11-24T10:20:00Z"), NOW, ZONE)).toBe("11:20");
  expect(shortly(new Date("2026-11-23T19:14:00Z"), NOW, ZONE)).toBe("Mon 20:14");
  expect(shortly(new Date("2026-11-17T10:20:00Z"), NOW, ZONE)).toBe("Tue 17 Nov");
});

test("the night on which the clocks go back is one day", () => {
  expect(dayOf(new Date("2026-10-24T22:30:00Z"), new Date("2026-10-26T11:00:00Z"), ZONE)).toBe("Yesterday");
});

test("how long ago is said from the minute on, and never in the future", () => {
  expect(ago(new Date("2026-11-24T10:41:30Z"), NOW)).toBe("just now");
  expect(ago(new Date("2026-11-24T10:50:00Z"), NOW)).toBe("just now");
  expect(ago(new Date("2026-11-24T10:39:00Z"), NOW)).toBe("3 minutes ago");
  expect(ago(new Date("2026-11-23T09:00:00Z"), NOW)).toBe("yesterday");
  expect(ago(new Date("2026-11-04T09:00:00Z"), NOW)).toBe("20 days ago");
});

test("What is no moment, or in no known zone, is said and breaks nothing", () => {
  const odd = new Date("on a Tuesday");
  const all = [hourOf(odd, ZONE), dayOf(odd, NOW, ZONE), dateOf(odd, NOW), shortly(odd, NOW, ZONE), ago(odd, NOW)];
  expect(all).toEqual(all.map(() => "Some time"));
  expect(() => shortly(NOW, NOW, "Moon/Base")).not.toThrow();
});
