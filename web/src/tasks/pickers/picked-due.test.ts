import { expect, test } from "vitest";
import { dayOfIso } from "../../dates/when";
import { dueOf } from "./picked-due";

const BERLIN = "Europe/Berlin";
const FRIDAY = dayOfIso("2026-11-27");
const AT_NINE = { at: "2026-11-24T09:00" };
const IN_NEW_YORK = { at: "2026-11-24T20:00", zone: "America/New_York" };

test("a day alone keeps the time that the task has", () => {
  expect(dueOf({ day: FRIDAY }, AT_NINE, BERLIN)).toEqual({ at: "2026-11-27T09:00" });
  expect(dueOf({ day: FRIDAY }, undefined, BERLIN)).toEqual({ date: "2026-11-27" });
});

test("words that name a day keep the time too, and words with a time bring their own", () => {
  expect(dueOf({ due: { date: "2026-11-27" } }, AT_NINE, BERLIN)).toEqual({ at: "2026-11-27T09:00" });
  expect(dueOf({ due: { at: "2026-11-27T15:00" } }, AT_NINE, BERLIN)).toEqual({ at: "2026-11-27T15:00" });
});

test("a time that is emptied is taken away", () => {
  expect(dueOf({ day: FRIDAY, minute: undefined }, AT_NINE, BERLIN)).toEqual({ date: "2026-11-27" });
});

test("a time is that of the person's clocks, written on the clocks that the task goes by", () => {
  expect(dueOf({ day: FRIDAY, minute: 60 }, AT_NINE, BERLIN)).toEqual({ at: "2026-11-27T01:00" });
  expect(dueOf({ day: FRIDAY, minute: 60 }, IN_NEW_YORK, BERLIN)).toEqual({
    at: "2026-11-26T19:00",
    zone: "America/New_York",
  });
});

test("none is none", () => {
  expect(dueOf("none", AT_NINE, BERLIN)).toBeUndefined();
});
