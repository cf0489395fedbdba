import { MINUTES_A_DAY, type Wall } from "../../dates/calendar";
import { settle, wallAt } from "../../dates/zones";
import type { Moment } from "./day-phrase";
import type { When } from "./phrases";

/** Return the wall time meant, in the zone typed or the person's; a time alone is its next coming, a day alone its start. */
export function wallOf({ day, minutes, zone }: When, moment: Moment): Wall {
  const clock = zone ?? moment.zone;
  const wall = day === null ? nextComing(minutes ?? 0, clock, moment) : day * MINUTES_A_DAY + (minutes ?? 0);
  return settle(wall, clock);
}

function nextComing(minutes: number, zone: string, { now }: Moment): Wall {
  const wall = wallAt(now, zone);
  const today = wall - (wall % MINUTES_A_DAY) + minutes;
  return today > wall ? today : today + MINUTES_A_DAY;
}
