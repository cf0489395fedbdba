import { expect, test } from "vitest";
import { readReminder } from "./read-reminder";

const typing = { now: Date.parse("2026-11-24T11:42Z"), zone: "UTC", locale: "en-GB" };
const FRIDAY = { at: "2026-11-27T15:00" };

test.each([
  ["30m", { before: "PT30M" }],
  ["15 minutes before", { before: "PT15M" }],
  ["2 hours", { before: "PT2H" }],
  ["1 day before", { before: "P1D" }],
  ["!1h", { before: "PT1H" }],
])("%j is a length before it is due", (text, reminder) => {
  expect(readReminder(text, FRIDAY, typing)).toEqual(reminder);
});

test("a length without a due date is counted from now", () => {
  expect(readReminder("2 hours", undefined, typing)).toEqual({ at: "2026-11-24T13:42" });
});

test.each([
  ["9am", { at: "2026-11-27T09:00" }],
  ["tomorrow 9am", { at: "2026-11-25T09:00" }],
  ["thu", { at: "2026-11-26T09:00" }],
])("%j is a time, of the due day if it names none", (text, reminder) => {
  expect(readReminder(text, FRIDAY, typing)).toEqual(reminder);
});

test.each(["", "!", "soon"])("%j says no time", (text) => {
  expect(readReminder(text, FRIDAY, typing)).toBeUndefined();
});
