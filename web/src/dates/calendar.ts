/** A calendar day, counted from 1970-01-01. */
export type Day = number;

/** A wall-clock time, counted in minutes from 1970-01-01T00:00 on that clock. */
export type Wall = number;

export type CalendarUnit = "day" | "week" | "fortnight" | "month" | "year";

export const MINUTES_A_DAY = 1440;

const DAYS_A_UNIT = { day: 1, week: 7, fortnight: 14 } as const;
const MILLISECONDS_A_DAY = 86_400_000;
const FURTHEST_MILLISECONDS = 100_000_000 * MILLISECONDS_A_DAY;

/** Return the day of that date, or null when the calendar has none such; months count from 1. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const isDate = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return isDate ? firstOfMonth(year, month) + dayOfMonth - 1 : null;
}

/** Return the first day of a month; months beyond 1 to 12 fall in the years around. */
export function firstOfMonth(year: number, month: number): Day {
  return Date.UTC(year, month - 1, 1) / MILLISECONDS_A_DAY;
}

/** Return the last day of a month; months beyond 1 to 12 fall in the years around. */
export function lastOfMonth(year: number, month: number): Day {
  return firstOfMonth(year, month + 1) - 1;
}

/** Return how many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return firstOfMonth(year, month + 1) - firstOfMonth(year, month);
}

/** Return year, month and day of the month. */
export function dateOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** Return 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Return the Monday of that day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

/** Return the first such weekday on that day or after it. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** Return the day so many units later; a month too short for it gives its last day. */
export function later(day: Day, count: number, unit: CalendarUnit): Day {
  if (unit !== "month" && unit !== "year") return day + count * DAYS_A_UNIT[unit];
  const { year, month, dayOfMonth } = dateOf(day);
  const ahead = unit === "year" ? 12 * count : count;
  return firstOfMonth(year, month + ahead) + Math.min(dayOfMonth, daysInMonth(year, month + ahead)) - 1;
}

/** Return the day as `YYYY-MM-DD`; nothing for one that no calendar has. */
export function isoDate(day: Day): string {
  return isoOf(day * MILLISECONDS_A_DAY).slice(0, 10);
}

/** Return the wall time as `YYYY-MM-DDTHH:MM`; nothing for one that no clock has. */
export function isoWall(wall: Wall): string {
  return isoOf(wall * 60_000).slice(0, 16);
}

/** Tell whether a machine's calendar reaches so far, in milliseconds; what was read of odd text is not a number. */
export function isMoment(milliseconds: number): boolean {
  return Math.abs(milliseconds) <= FURTHEST_MILLISECONDS;
}

function isoOf(milliseconds: number): string {
  return isMoment(milliseconds) ? new Date(milliseconds).toISOString() : "";
}
