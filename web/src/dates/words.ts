import type { Day } from "./calendar";
import { dateOf, isMoment } from "./calendar";
import type { Now, When } from "./when";

const MILLISECONDS_A_DAY = 86_400_000;
const SHORT = { weekday: "short", day: "numeric", month: "short" } as const;
const LONG = { weekday: "long", day: "numeric", month: "long" } as const;
const STYLES = {
  short: SHORT,
  shortWithYear: { ...SHORT, year: "numeric" },
  long: LONG,
  longWithYear: { ...LONG, year: "numeric" },
  month: { month: "long", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<keyof typeof STYLES, Intl.DateTimeFormat>();
/** A list says the same days over and over, and calendars are slow to answer. */
const saidDays = new Map<string, string>();

// What another program wrote may be no time at all: that is said, and the rest of the view stands.
const UNREADABLE = "Some time";

/** Return `09:00`. */
export function timeWords(minute: number): string {
  if (!Number.isFinite(minute)) return UNREADABLE;
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** Return `Today`, `Tomorrow`, `Yesterday`, else `Fri 27 Nov`, with the year where it is another. */
export function dayWords(day: Day, today: Day): string {
  const near = ["Yesterday", "Today", "Tomorrow"][day - today + 1];
  return near ?? shortDate(day, today);
}

/** Return `Fri 27 Nov`, with the year where it is another. */
export function shortDate(day: Day, today: Day): string {
  return said(day, isSameYear(day, today) ? "short" : "shortWithYear");
}

/** Return `Tuesday 24 November`, with the year where it is another. */
export function longDate(day: Day, today: Day): string {
  return said(day, isSameYear(day, today) ? "long" : "longWithYear");
}

/** Return `November 2026`. */
export function monthWords(day: Day): string {
  return said(day, "month");
}

/** Return `Today 09:00`. */
export function whenWords(when: When, today: Day): string {
  const day = dayWords(when.day, today);
  return when.minute === undefined || day === UNREADABLE ? day : `${day} ${timeWords(when.minute)}`;
}

/** Return `09:00` where it is today at an hour, else `Tomorrow 09:00` or `Fri 27 Nov`. */
export function shortWhen(when: When, today: Day): string {
  return when.day === today && when.minute !== undefined ? timeWords(when.minute) : whenWords(when, today);
}

/** Return how long ago it was, `2 h 42 min`. */
export function lengthWords(minutes: number): string {
  const days = Math.floor(minutes / 1440);
  if (days > 0) return days === 1 ? "1 day" : `${days} days`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(" ");
}

/** Return how late it is now, or undefined if it is not; a day is late from the next on. */
export function lateWords(when: When, now: Now): string | undefined {
  const minutes = (now.day - when.day) * 1440 + (when.minute === undefined ? 0 : now.minute - when.minute);
  return minutes > 0 ? `${lengthWords(minutes)} late` : undefined;
}

/** Return the length before due as people say it: `PT1H` is `1 hour before`, `PT0M` is `When it is due`. */
export function beforeWords(before: string): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(before) ?? [];
  const parts = [counted(days, "day"), counted(hours, "hour"), counted(minutes, "minute")].filter(Boolean);
  return parts.length === 0 ? "When it is due" : `${parts.join(" ")} before`;
}

function counted(count: string | undefined, unit: string): string {
  const number = Number(count ?? 0);
  return number === 0 ? "" : `${number} ${unit}${number === 1 ? "" : "s"}`;
}

function isSameYear(one: Day, other: Day): boolean {
  return dateOf(one).year === dateOf(other).year;
}

function said(day: Day, style: keyof typeof STYLES): string {
  if (!isMoment(day * MILLISECONDS_A_DAY)) return UNREADABLE;
  const key = `${style} ${day}`;
  const words =
    saidDays.get(key) ??
    formatOf(style)
      .format(day * MILLISECONDS_A_DAY)
      .replace(",", "");
  saidDays.set(key, words);
  return words;
}

function formatOf(style: keyof typeof STYLES): Intl.DateTimeFormat {
  const format = formats.get(style) ?? new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: "UTC" });
  formats.set(style, format);
  return format;
}
