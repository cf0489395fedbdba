/** Moments in words, in the time zone of the browser unless another is named. */

import { isZone } from "./dates/zones";

const UNREADABLE = "Some time";
const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** Return the hour of a moment, as `09:00`. */
export function hourOf(at: Date, zone?: string): string {
  return format(at, { hour: "2-digit", minute: "2-digit" }, zone);
}

/** Return the day of a moment as one says it: Today, Yesterday, Mon 23 Nov, or 23 Nov 2025. */
export function dayOf(at: Date, now: Date, zone?: string): string {
  const days = daysBetween(at, now, zone);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return dateOf(at, now, zone);
}

/** Return the date of a moment, with its year if that is another. */
export function dateOf(at: Date, now: Date, zone?: string): string {
  const year = (moment: Date) => format(moment, { year: "numeric" }, zone);
  if (year(at) === year(now))
    return format(at, { weekday: "short", day: "numeric", month: "short" }, zone).replace(",", "");
  return format(at, { day: "numeric", month: "short", year: "numeric" }, zone);
}

/** Return a moment as short as it stays clear: its hour today, its day and hour within a week, else its date. */
export function shortly(at: Date, now: Date, zone?: string): string {
  const days = daysBetween(at, now, zone);
  if (days === 0) return hourOf(at, zone);
  if (days > 0 && days < 7) return `${format(at, { weekday: "short" }, zone)} ${hourOf(at, zone)}`;
  return dateOf(at, now, zone);
}

/** Return a moment in full, for a tooltip. */
export function inFull(at: Date, zone?: string): string {
  return format(at, { dateStyle: "full", timeStyle: "medium" }, zone);
}

/** Return how long ago a moment was, from the minute on: “just now”, “3 minutes ago”, “yesterday”. */
export function ago(at: Date, now: Date): string {
  const seconds = (now.getTime() - at.getTime()) / 1000;
  if (Number.isNaN(seconds)) return UNREADABLE;
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (seconds < 60) return "just now";
  if (seconds < 3600) return words.format(-Math.floor(seconds / 60), "minute");
  if (seconds < 24 * 3600) return words.format(-Math.floor(seconds / 3600), "hour");
  return words.format(-Math.floor(seconds / (24 * 3600)), "day");
}

function daysBetween(at: Date, now: Date, zone: string | undefined): number {
  return (midnight(now, zone) - midnight(at, zone)) / DAY_MILLISECONDS;
}

/** Return the start of the day in UTC, so that every day is 24 hours long. */
function midnight(at: Date, zone: string | undefined): number {
  const [day = 1, month = 1, year = 1970] = format(at, { day: "2-digit", month: "2-digit", year: "numeric" }, zone)
    .split("/")
    .map(Number);
  return Date.UTC(year, month - 1, day);
}

function format(at: Date, options: Intl.DateTimeFormatOptions, zone: string | undefined): string {
  if (Number.isNaN(at.getTime())) return UNREADABLE;
  // The server may know a zone of which this browser has not heard yet.
  const known = zone !== undefined && isZone(zone) && { timeZone: zone };
  return new Intl.DateTimeFormat("en-GB", { ...options, ...known }).format(at);
}
