import { isoDate, isoWall } from "../../dates/calendar";
import { type DatePhrase, readDates } from "./choices";
import type { Moment } from "./day-phrase";
import type { Line } from "./line";
import type { Due, Parsed, Token } from "./parsed";
import type { When } from "./phrases";
import { wallOf } from "./when";

/** When the task is due, and the words that say so. */
export interface DueRead extends Pick<Parsed, "due"> {
  readonly tokens: readonly Token[];
}

/** Read when the task is due: the last day said, with its own time or else with the last time said alone. */
export function readDue(line: Line, moment: Moment): DueRead {
  const [first, ...others] = winners(readDates({ line, moment }));
  if (!first) return { tokens: [] };
  const when = others.reduce((day, time) => ({ ...time.when, day: day.day }), first.when);
  return { due: dueOf(when, moment), tokens: [first, ...others].map(({ start, end }) => [start, end, "date"]) };
}

function winners(phrases: readonly DatePhrase[]): DatePhrase[] {
  const day = phrases.findLast(({ when }) => when.day !== null);
  const time = phrases.findLast(({ when }) => when.day === null);
  if (!day) return time ? [time] : [];
  return day.when.minutes === null && time ? [day, time] : [day];
}

function dueOf(when: When, moment: Moment): Due {
  if (when.day !== null && when.minutes === null) return { date: isoDate(when.day) };
  const at = isoWall(wallOf(when, moment));
  return when.zone === null ? { at } : { at, zone: when.zone };
}
