import { MINUTES_A_DAY } from "../../dates/calendar";
import { wallAt } from "../../dates/zones";
import { type Caught, caughtBy, type Moment, words } from "./day-phrase";
import { type Line, matchAt } from "./line";
import type { Phrase } from "./phrases";
import { NUMBER, numberOf } from "./vocabulary";

const LENGTH = `(?:(?<hours>${NUMBER}) (?:hours?|hrs?)|(?<minutes>${NUMBER}) min(?:s|utes?)?|half an hour)`;
const ELAPSED = [words(`in ${LENGTH}`), words(`${LENGTH} from now`)];

/** Return the time after so many hours or minutes, counted by the clock of the world. */
export function readElapsed(line: Line, at: number, moment: Moment): Phrase[] {
  return ELAPSED.flatMap((pattern) => {
    const match = matchAt(pattern, line.read, at);
    const minutes = match ? minutesIn(caughtBy(match)) : 0;
    return match && minutes > 0 ? [{ end: at + match[0].length, when: after(minutes, moment) }] : [];
  });
}

function minutesIn(caught: Caught): number {
  if (caught("hours") !== "") return 60 * numberOf(caught("hours"));
  return caught("minutes") === "" ? 30 : numberOf(caught("minutes"));
}

function after(minutes: number, { now, zone }: Moment) {
  const wall = wallAt(now + minutes, zone);
  const day = Math.floor(wall / MINUTES_A_DAY);
  return { day, minutes: wall - day * MINUTES_A_DAY, zone: null };
}
