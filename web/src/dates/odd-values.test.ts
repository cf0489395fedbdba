import { expect, test } from "vitest";
import { reminderWords } from "./reminder-words";
import { compareWhen, dayOfIso, isPast, movedTo, nowAt, shifted, whenOf, whenOfInstant } from "./when";
import { dayWords, lateWords, longDate, monthWords, shortWhen, timeWords, whenWords } from "./words";

const ZONE = "Europe/Berlin";
const now = nowAt(Date.UTC(2026, 10, 24, 11, 42), ZONE);
const ODD = ["", "soon", "2026-W48-2", "2026-13-45T99:99", "+999999-01-01T00:00:00Z", "20261124T160000Z"];

test.each(ODD)("%j where an instant belongs is said to be some time", (text) => {
  const when = whenOfInstant(text, ZONE);
  expect([whenWords(when, now.day), shortWhen(when, now.day)]).toEqual(["Some time", "Some time"]);
  expect([dayWords(when.day, now.day), longDate(when.day, now.day), monthWords(when.day)]).toContain("Some time");
  expect(timeWords(when.minute)).toBe("Some time");
  expect([isPast(when, now), lateWords(when, now)]).toEqual([false, undefined]);
});

test.each(ODD)("%j where a due date belongs stays, and can be given another day", (text) => {
  for (const due of [{ date: text }, { at: text }, { at: text, zone: "America/New_York" }]) {
    expect(whenWords(whenOf(due, ZONE), now.day)).toBe("Some time");
    expect(shifted(due, 1)).toEqual(due);
    expect(movedTo(now.day, due, ZONE)).toEqual({ date: "2026-11-24" });
    expect([compareWhen(whenOf(due, ZONE), now), compareWhen(now, whenOf(due, ZONE))]).toEqual([1, -1]);
    expect(reminderWords({ before: "PT1H" }, due, now)).toMatchObject({ at: undefined, isPast: false });
  }
});

test("A reminder that cannot be read is shown as it is written", () => {
  expect(reminderWords({ at: "soon" }, undefined, now)).toEqual({ head: "soon", at: undefined, isPast: false });
  expect(dayOfIso("soon")).toBeNaN();
});
