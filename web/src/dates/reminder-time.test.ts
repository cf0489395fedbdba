import { expect, test } from "vitest";
import type { Due, Reminder } from "../tasks/quick-add/parsed";
import { reminderInstant } from "./reminder-time";

const BERLIN = "Europe/Berlin";

test.each<[string, Reminder, Due | undefined, string]>([
  ["an hour before", { before: "PT1H" }, { at: "2026-11-24T09:00" }, "2026-11-24T07:00Z"],
  ["at its time", { before: "PT0M" }, { at: "2026-11-24T09:00" }, "2026-11-24T08:00Z"],
  ["before a day alone, from nine on", { before: "PT30M" }, { date: "2026-11-24" }, "2026-11-24T07:30Z"],
  ["a day before, over the end of summer time", { before: "P1D" }, { at: "2026-10-25T12:00" }, "2026-10-24T10:00Z"],
  ["24 hours before, over the same", { before: "PT24H" }, { at: "2026-10-25T12:00" }, "2026-10-24T11:00Z"],
  ["before a time of another zone", { before: "PT1H" }, { at: "2026-11-24T09:00", zone: "UTC" }, "2026-11-24T08:00Z"],
  ["at a time", { at: "2026-11-24T18:00" }, undefined, "2026-11-24T17:00Z"],
  ["at an instant", { at: "2026-11-24T18:00:00Z" }, undefined, "2026-11-24T18:00Z"],
])("%s", (_, reminder, due, instant) => {
  expect(reminderInstant(reminder, due, BERLIN)).toBe(Date.parse(instant) / 60_000);
});

test("a length before nothing is never", () => {
  expect(reminderInstant({ before: "PT1H" }, undefined, BERLIN)).toBeUndefined();
});
