import type { Due, Reminder } from "../tasks/quick-add/parsed";
import { isMoment, MINUTES_A_DAY } from "./calendar";
import { dayOfIso, wallOfIso } from "./when";
import { type Instant, instantOf, isZone } from "./zones";

/** A day alone begins at nine, for what is counted from it. */
const DAY_START = 9 * 60;

/** Return when the reminder goes off, as the server will have it; undefined if it never does. */
export function reminderInstant(reminder: Reminder, due: Due | undefined, zone: string): Instant | undefined {
  const instant = instantOfReminder(reminder, due, zone);
  return instant !== undefined && isMoment(instant * 60_000) ? instant : undefined;
}

function instantOfReminder(reminder: Reminder, due: Due | undefined, zone: string): Instant | undefined {
  if ("at" in reminder) return instantOfTime(reminder.at, zone);
  if (due === undefined) return undefined;
  const { days, minutes } = lengthOf(reminder.before);
  const dueZone = "zone" in due && isZone(due.zone) ? due.zone : zone;
  const wall = "date" in due ? dayOfIso(due.date) * MINUTES_A_DAY + DAY_START : wallOfIso(due.at);
  return instantOf(wall - days * MINUTES_A_DAY, dueZone) - minutes;
}

function instantOfTime(at: string, zone: string): Instant {
  const isInstant = /(?:Z|[+-]\d\d:?\d\d)$/.test(at);
  return isInstant ? Math.floor(Date.parse(at) / 60_000) : instantOf(wallOfIso(at), zone);
}

/** Return days, which keep the wall time, and minutes, which pass by the clock of the world. */
function lengthOf(length: string): { days: number; minutes: number } {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(length) ?? [];
  return { days: Number(days ?? 0), minutes: 60 * Number(hours ?? 0) + Number(minutes ?? 0) };
}
