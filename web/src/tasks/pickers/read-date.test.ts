import { expect, test } from "vitest";
import { dayOfIso } from "../../dates/when";
import { quickDays } from "./quick-days";
import { readDate } from "./read-date";

const typing = { now: Date.parse("2026-11-24T11:42Z"), zone: "UTC", locale: "en-GB" };
const days = quickDays(dayOfIso("2026-11-24"));
const FRIDAY = { at: "2026-11-27T09:00" };

test.each([
  ["fri 3pm", { due: { at: "2026-11-27T15:00" } }],
  ["tomorrow", { due: { date: "2026-11-25" } }],
  ["sat", { due: { date: "2026-11-28" } }],
  ["in 2 weeks", { due: { date: "2026-12-08" } }],
  ["3pm", { due: { at: "2026-11-24T15:00" } }],
  ["  may 3 ", { due: { date: "2027-05-03" } }],
])("%j is read as in quick add", (text, picked) => {
  expect(readDate(text, undefined, typing, days)).toEqual(picked);
});

test("a time alone is of the day on which the task is due", () => {
  expect(readDate("3pm", FRIDAY, typing, days)).toEqual({ due: { at: "2026-11-27T15:00" } });
});

test("a time alone is of the next such hour where the day is past", () => {
  expect(readDate("3pm", { date: "2026-11-20" }, typing, days)).toEqual({ due: { at: "2026-11-24T15:00" } });
});

test("a day that is typed wins over the day on which the task is due", () => {
  expect(readDate("sun 8:00", FRIDAY, typing, days)).toEqual({ due: { at: "2026-11-29T08:00" } });
  expect(readDate("sat", FRIDAY, typing, days)).toEqual({ due: { date: "2026-11-28" } });
});

test("the beginning of a choice's name is the choice", () => {
  expect(readDate("tom", undefined, typing, days)).toEqual({ day: dayOfIso("2026-11-25") });
  expect(readDate("No d", FRIDAY, typing, days)).toBe("none");
});

test.each(["", "  ", "lunch", "xyz 1"])("%j says nothing of a day", (text) => {
  expect(readDate(text, FRIDAY, typing, days)).toBeUndefined();
});
