import type { Wall } from "./calendar";
import { isMoment, MINUTES_A_DAY } from "./calendar";

/** A moment, counted in minutes from 1970-01-01T00:00 UTC. */
export type Instant = number;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Tell whether this machine knows the IANA zone. */
export function isZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Return the zone's name in its usual letters, kept as typed where this machine would call it otherwise. */
export function spelledZone(name: string): string {
  const own = formatOf(name).resolvedOptions().timeZone;
  if (own.toLowerCase() === name.toLowerCase()) return own;
  // Machines rename zones (Kolkata to Calcutta); the name that was typed is the one to keep.
  return name.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

/** Return what the zone's clocks show at that instant, NaN for what is none. */
export function wallAt(instant: Instant, zone: string): Wall {
  if (!isMoment(instant * 60_000)) return Number.NaN;
  const parts = formatOf(zone).formatToParts(instant * 60_000);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(number("year"), number("month") - 1, number("day"), number("hour"), number("minute"));
  return shown / 60_000;
}

/** Return when the zone's clocks show that: the earlier time if twice, the end of the gap if never. */
export function instantOf(wall: Wall, zone: string): Instant {
  const byOldOffset = wall - offsetAt(wall - MINUTES_A_DAY, zone);
  if (wallAt(byOldOffset, zone) === wall) return byOldOffset;
  const byNewOffset = wall - offsetAt(wall + MINUTES_A_DAY, zone);
  return wallAt(byNewOffset, zone) === wall ? byNewOffset : changeBetween(byNewOffset, byOldOffset, zone);
}

/** Return the wall time, or the first minute after the gap that skips it. */
export function settle(wall: Wall, zone: string): Wall {
  return wallAt(instantOf(wall, zone), zone);
}

function offsetAt(instant: Instant, zone: string): number {
  return wallAt(instant, zone) - instant;
}

function changeBetween(before: Instant, after: Instant, zone: string): Instant {
  const offsetBefore = offsetAt(before, zone);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? newFormat(zone);
  formats.set(zone, format);
  return format;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
}
