import { expect, test } from "vitest";
import { nowAt } from "../../dates/when";
import { reminding } from "./promise";

const NOW = nowAt(Date.parse("2026-11-24T11:42:00Z"), "Europe/London");

test("it says when it reminds, by the hour on the day on which the task is due", () => {
  const due = { at: "2026-11-25T09:00" };
  expect(reminding(due, [{ before: "PT0M" }, { before: "PT1H" }], NOW)).toEqual([
    { day: undefined, hours: ["08:00", "09:00"] },
  ]);
});

test("another day is named", () => {
  const due = { date: "2026-11-28" };
  expect(reminding(due, [{ before: "P1D" }, { before: "P3D" }, { at: "2026-11-24T15:30" }], NOW)).toEqual([
    { day: "today", hours: ["15:30"] },
    { day: "tomorrow", hours: ["09:00"] },
    { day: "on Fri 27 Nov", hours: ["09:00"] },
  ]);
});

test("nothing is promised for what is past", () => {
  expect(reminding({ at: "2026-11-24T12:00" }, [{ before: "PT1H" }, { before: "PT10M" }], NOW)).toEqual([
    { day: undefined, hours: ["11:50"] },
  ]);
});

test("two reminders for one moment are one", () => {
  const due = { at: "2026-11-25T09:00" };
  expect(reminding(due, [{ before: "PT1H" }, { at: "2026-11-25T08:00" }], NOW)).toEqual([
    { day: undefined, hours: ["08:00"] },
  ]);
});

test("the day on which it is due is named beside another", () => {
  const due = { at: "2026-11-27T15:00" };
  expect(reminding(due, [{ before: "P1D" }, { before: "PT0M" }], NOW)).toEqual([
    { day: "on Thu 26 Nov", hours: ["15:00"] },
    { day: "on Fri 27 Nov", hours: ["15:00"] },
  ]);
});
