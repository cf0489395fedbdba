import { expect, test } from "vitest";
import { reminderOfFirstTime, remindersOfNew } from "./reminders";

const NINE = { at: "2026-11-24T09:00" };
const DAY = { date: "2026-11-24" };

test("A new task with a time reminds at it, beside what was asked for, and once", () => {
  expect(remindersOfNew(NINE)).toEqual([{ before: "PT0M" }]);
  expect(remindersOfNew(NINE, [{ before: "PT1H" }])).toEqual([{ before: "PT1H" }, { before: "PT0M" }]);
  expect(remindersOfNew(NINE, [{ before: "PT0M" }])).toEqual([{ before: "PT0M" }]);
});

test("A day alone, or no date, reminds only where it was asked for", () => {
  expect(remindersOfNew(DAY)).toEqual([]);
  expect(remindersOfNew(undefined, [{ at: "2026-11-24T09:00" }])).toEqual([{ at: "2026-11-24T09:00" }]);
});

test("A task that gets its first time reminds at it, unless the person has decided about reminders before", () => {
  expect(reminderOfFirstTime({ due: DAY, reminders: [] }, NINE)).toEqual({ before: "PT0M" });
  expect(reminderOfFirstTime({ reminders: [] }, NINE)).toEqual({ before: "PT0M" });
  expect(reminderOfFirstTime({ due: NINE, reminders: [] }, { at: "2026-11-25T09:00" })).toBeUndefined();
  expect(reminderOfFirstTime({ due: DAY, reminders: [{}] }, NINE)).toBeUndefined();
  expect(reminderOfFirstTime({ due: NINE, reminders: [] }, DAY)).toBeUndefined();
});
