import { describe, expect, test } from "vitest";
import { compareWhen, dayOfIso, dueAt, isPast, movedTo, nowAt, shifted, startOf, whenOf } from "./when";

const LISBON = "Europe/Lisbon";
const today = dayOfIso("2026-11-24");
const now = nowAt(Date.UTC(2026, 10, 24, 11, 42), LISBON);

describe("a due date on the person's clocks", () => {
  test("is a day without a minute, or a day with one", () => {
    expect(whenOf({ date: "2026-11-24" }, LISBON)).toEqual({ day: today, minute: undefined });
    expect(whenOf({ at: "2026-11-24T09:00" }, LISBON)).toEqual({ day: today, minute: 540 });
  });

  test("in another zone is when it is then here, perhaps on another day", () => {
    expect(whenOf({ at: "2026-11-24T23:30", zone: "America/New_York" }, LISBON)).toEqual({
      day: today + 1,
      minute: 270,
    });
  });

  test("in a zone that this machine does not know is taken as a time here", () => {
    expect(whenOf({ at: "2026-11-24T09:00", zone: "Moon/Base" }, LISBON).minute).toBe(540);
  });
});

test("Times come before the day as a whole, and earlier ones first", () => {
  const whens = [
    { date: "2026-11-24" },
    { at: "2026-11-24T09:00" },
    { date: "2026-11-23" },
    { at: "2026-11-24T08:59" },
  ];
  const sorted = whens.map((due) => whenOf(due, LISBON)).sort(compareWhen);
  expect(sorted.map(({ minute }) => minute)).toEqual([undefined, 539, 540, undefined]);
});

test("A time is past after its minute, a day after its end", () => {
  expect(now).toEqual({ day: today, minute: 702, zone: LISBON });
  expect(isPast({ day: today, minute: 701 }, now)).toBe(true);
  expect(isPast({ day: today, minute: 702 }, now)).toBe(false);
  expect(isPast({ day: today, minute: undefined }, now)).toBe(false);
  expect(isPast({ day: today - 1, minute: undefined }, now)).toBe(true);
});

test("Postponing keeps the time on its own clock, and the zone", () => {
  const due = { at: "2026-10-24T09:00", zone: "Europe/Berlin" };
  expect(shifted(due, 1)).toEqual({ at: "2026-10-25T09:00", zone: "Europe/Berlin" });
  expect(shifted({ date: "2026-12-31" }, 1)).toEqual({ date: "2027-01-01" });
});

test("Moving to a day keeps the time that it had here", () => {
  expect(movedTo(today, { at: "2026-11-20T09:00" }, LISBON)).toEqual({ at: "2026-11-24T09:00" });
  expect(movedTo(today, undefined, LISBON)).toEqual({ date: "2026-11-24" });
});

test("A day and a minute make a due date", () => {
  expect(dueAt(today, undefined)).toEqual({ date: "2026-11-24" });
  expect(dueAt(today, 540)).toEqual({ at: "2026-11-24T09:00" });
  expect(dueAt(today, 540, "Europe/Berlin")).toEqual({ at: "2026-11-24T09:00", zone: "Europe/Berlin" });
});

test("A day begins at midnight on the person's clocks, or behind the gap that skips it", () => {
  expect(startOf(dayOfIso("2026-07-01"), "Europe/Berlin")).toBe("2026-06-30T22:00:00.000Z");
  expect(startOf(dayOfIso("2018-11-04"), "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
});
