import { type Day, dateOf, firstOfMonth, later, mondayOf } from "../../dates/calendar";

const WEEKS_SHOWN = 6;

/** Return six weeks with the day's month in them, from a Monday on. */
export function weeksAround(day: Day): Day[][] {
  const { year, month } = dateOf(day);
  const start = mondayOf(firstOfMonth(year, month));
  return Array.from({ length: WEEKS_SHOWN }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => start + 7 * week + weekday),
  );
}

/** Tell whether both days are of one month. */
export function isSameMonth(one: Day, other: Day): boolean {
  const [first, second] = [dateOf(one), dateOf(other)];
  return first.year === second.year && first.month === second.month;
}

/** Return the day that a key leads to in a calendar, if the key moves at all. */
export function dayAfterKey(key: string, day: Day): Day | undefined {
  switch (key) {
    case "ArrowLeft":
      return day - 1;
    case "ArrowRight":
      return day + 1;
    case "ArrowUp":
      return day - 7;
    case "ArrowDown":
      return day + 7;
    case "Home":
      return mondayOf(day);
    case "End":
      return mondayOf(day) + 6;
    case "PageUp":
      return later(day, -1, "month");
    case "PageDown":
      return later(day, 1, "month");
    default:
      return undefined;
  }
}
