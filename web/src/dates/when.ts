import type { Due } from "../tasks/quick-add/parsed";
import type { Day, Wall } from "./calendar";
import { isoDate, isoWall, MINUTES_A_DAY } from "./calendar";
import { instantOf, isZone, wallAt } from "./zones";

/** A day, and the minute of it if there is one, on the clocks of the person's zone. */
export interface When {
  readonly day: Day;
  readonly minute: number | undefined;
}

/** This moment on the clocks of the person's zone. */
export interface Now extends When {
  readonly minute: number;
  readonly zone: string;
}

const read = new WeakMap<Due, { zone: string; when: When }>();

/** Return what clocks in the zone show at that instant (milliseconds). */
export function nowAt(milliseconds: number, zone: string): Now {
  const known = isZone(zone) ? zone : "UTC";
  return { ...whenOfWall(wallAt(Math.floor(milliseconds / 60_000), known)), zone: known };
}

/** Return when it is due, in the zone; the same due date is read once. */
export function whenOf(due: Due, zone: string): When {
  const known = read.get(due);
  if (known?.zone === zone) return known.when;
  const when = whenIn(due, zone);
  read.set(due, { zone, when });
  return when;
}

/** Return the order of two moments; a day without a time comes after the times of that day, what is unreadable last. */
export function compareWhen(one: When, other: When): number {
  const days = one.day - other.day;
  if (Number.isNaN(days)) return Number(Number.isNaN(one.day)) - Number(Number.isNaN(other.day));
  return days || compareMinutes(one.minute, other.minute);
}

/** Tell whether its moment has passed; a day passes with its end. */
export function isPast(when: When, now: Now): boolean {
  return when.day < now.day || (when.day === now.day && when.minute !== undefined && when.minute < now.minute);
}

/** Return the due date that says so; one with a zone keeps its zone. */
export function dueAt(day: Day, minute: number | undefined, zone?: string): Due {
  if (minute === undefined) return { date: isoDate(day) };
  const at = isoWall(day * MINUTES_A_DAY + minute);
  return zone === undefined ? { at } : { at, zone };
}

/** Return the due date so many days later, at the same time of its own clock; one that cannot be read stays. */
export function shifted(due: Due, days: number): Due {
  if ("date" in due) return { date: isoDate(dayOfIso(due.date) + days) || due.date };
  return { ...due, at: isoWall(wallOfIso(due.at) + days * MINUTES_A_DAY) || due.at };
}

/** Return the due date on that day, at the time it had; `zone` is the person's. */
export function movedTo(day: Day, due: Due | undefined, zone: string): Due {
  if (due === undefined || "date" in due) return { date: isoDate(day) };
  const days = day - whenOf(due, zone).day;
  return Number.isNaN(days) ? { date: isoDate(day) } : shifted(due, days);
}

/** Return the day that `2026-11-24` names. */
export function dayOfIso(date: string): Day {
  return Date.parse(`${date.slice(0, 10)}T00:00Z`) / 86_400_000;
}

/** Return when that instant is (ISO 8601), on the zone's clocks. */
export function whenOfInstant(instant: string, zone: string): When & { readonly minute: number } {
  return whenOfWall(wallAt(Math.floor(Date.parse(instant) / 60_000), zone));
}

/** Return the instant at which the day begins in the zone, as the server writes instants: they compare as texts. */
export function startOf(day: Day, zone: string): string {
  return new Date(instantOf(day * MINUTES_A_DAY, zone) * 60_000).toISOString();
}

function whenIn(due: Due, zone: string): When {
  if ("date" in due) return { day: dayOfIso(due.date), minute: undefined };
  const wall = wallOfIso(due.at);
  const isElsewhere = "zone" in due && due.zone !== zone && isZone(due.zone);
  return whenOfWall(isElsewhere ? wallAt(instantOf(wall, due.zone), zone) : wall);
}

/** Return the wall time that `2026-11-24T09:00` names. */
export function wallOfIso(at: string): Wall {
  return Date.parse(`${at}Z`) / 60_000;
}

function whenOfWall(wall: Wall): When & { readonly minute: number } {
  const day = Math.floor(wall / MINUTES_A_DAY);
  return { day, minute: wall - day * MINUTES_A_DAY };
}

function compareMinutes(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  return other === undefined ? -1 : one - other;
}
