import { expect, test } from "vitest";
import { isoDate } from "../../dates/calendar";
import { dayOfIso } from "../../dates/when";
import { quickDays } from "./quick-days";

function daysOn(date: string): Record<string, string | undefined> {
  return Object.fromEntries(
    quickDays(dayOfIso(date)).map(({ label, day }) => [label, day === undefined ? undefined : isoDate(day)]),
  );
}

test("on a weekday the weekend is this one", () => {
  expect(daysOn("2026-11-24")).toEqual({
    Today: "2026-11-24",
    Tomorrow: "2026-11-25",
    "This weekend": "2026-11-28",
    "Next week": "2026-11-30",
    "No date": undefined,
  });
});

test.each([
  ["Saturday", "2026-11-28"],
  ["Sunday", "2026-11-29"],
])("on a %s the weekend is the next, and next week begins on Monday", (_, date) => {
  expect(daysOn(date)).toMatchObject({ "Next weekend": "2026-12-05", "Next week": "2026-11-30" });
});

test("on a Monday next week is in seven days", () => {
  expect(daysOn("2026-11-30")).toMatchObject({ "Next week": "2026-12-07" });
});
