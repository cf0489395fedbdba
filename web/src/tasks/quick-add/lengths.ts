import { MINUTES_A_DAY, type Wall } from "../../dates/calendar";
import { settle, wallAt } from "../../dates/zones";
import { type Caught, caughtBy, type Moment } from "./day-phrase";
import { EDGE, type Line, matchAt } from "./line";

/** A length such as `1h30m`, as typed: days are days of the calendar, hours are hours of the clock. */
export interface Length {
  readonly iso: string;
  readonly days: number;
  readonly minutes: number;
}

const DIGITS = "\\d{1,4}";
const DAYS = `(?<weeks>${DIGITS})(?:w|weeks?)|(?<days>${DIGITS})d(?:ays?)?`;
const TIME = `(?:(?<hours>${DIGITS})h(?:rs?)?)?(?:(?<minutes>${DIGITS})m(?:ins?)?)?`;
const LENGTH = new RegExp(`(?=\\d)(?:${DAYS}|${TIME})${EDGE}`, "y");

/** Return the length that is typed at that place, and where it ends. */
export function readLength(line: Line, at: number): { length: Length; end: number } | null {
  const match = matchAt(LENGTH, line.read, at);
  return match && { length: lengthOf(caughtBy(match)), end: at + match[0].length };
}

/** Return the wall time that long from now. */
export function wallAfter({ days, minutes }: Length, { now, wall, zone }: Moment): Wall {
  return days > 0 ? settle(wall + days * MINUTES_A_DAY, zone) : wallAt(now + minutes, zone);
}

function lengthOf(caught: Caught): Length {
  const days = 7 * Number(caught("weeks")) + Number(caught("days"));
  if (caught("weeks") !== "" || caught("days") !== "") return { iso: `P${days}D`, days, minutes: 0 };
  const [hours, minutes] = [Number(caught("hours")), Number(caught("minutes"))];
  const iso = `PT${caught("hours") && `${hours}H`}${caught("minutes") && `${minutes}M`}`;
  return { iso, days: 0, minutes: 60 * hours + minutes };
}
