import { MINUTES_A_DAY } from "../../dates/calendar";
import { type Caught, caughtBy, words } from "./day-phrase";
import { type Line, matchAt } from "./line";
import { PART } from "./vocabulary";
import { readZone } from "./zone-names";

/** A clock's time as said, in minutes; `hour` where a part of the day can still change the half it is in. */
interface Clock {
  readonly minutes: number;
  readonly hour?: number;
  readonly isHourAlone?: boolean;
}

/** A time in the text: a clock's, a part of the day, or both; and its zone. */
export interface TimePhrase {
  readonly end: number;
  readonly clock: Clock | null;
  readonly part: string;
  readonly zone: string | null;
}

interface ClockPhrase {
  readonly pattern: RegExp;
  readonly clock: (caught: Caught) => Clock;
}

const PART_MINUTES: Readonly<Record<string, number>> = { morning: 540, afternoon: 900, evening: 1080, night: 1200 };
const IN_THE_PART = words(` in the (?<part>${PART})`);
const PART_ALONE = words(`in the (?<part>${PART})`);
const BEFORE_CLOCK = /(?:,? +(?:at +|@ *)?)/y;

const CLOCKS: readonly ClockPhrase[] = [
  {
    pattern: words("(?<hour>0?[1-9]|1[0-2])(?:[:.](?<minute>[0-5]\\d))?(?: )?(?<half>[ap])(?:m|\\.m\\.?)"),
    clock: (caught) => ({
      minutes: (hourOf(caught) % 12) * 60 + minuteOf(caught) + (caught("half") === "p" ? 720 : 0),
    }),
  },
  {
    pattern: words("(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)"),
    clock: (caught) => ({ minutes: hourOf(caught) * 60 + minuteOf(caught), hour: hourOf(caught) }),
  },
  { pattern: words("(?<hour>[1-9]|1[0-2]) o['’]clock"), clock: (caught) => spokenHour(hourOf(caught)) },
  { pattern: words(`(?<hour>[1-9]|1[0-2])(?= in the ${PART})`), clock: (caught) => spokenHour(hourOf(caught)) },
  { pattern: words("noon|midday"), clock: () => ({ minutes: 720 }) },
  { pattern: words("midnight"), clock: () => ({ minutes: MINUTES_A_DAY }) },
  {
    pattern: words("(?<=(?: |^|!)at )(?<hour>[1-9]|1\\d|2[0-3])"),
    clock: (caught) => ({ ...spokenHour(hourOf(caught)), isHourAlone: true }),
  },
];

/** Return the time that is said at that place. */
export function readTime(line: Line, at: number): TimePhrase | null {
  return readClock(line, at) ?? readPart(line, at);
}

/** Tell whether the time is an hour alone, such as `at 5`, with no part of a day behind it. */
export function isHourAlone({ clock, part }: TimePhrase): boolean {
  return part === "" && clock?.isHourAlone === true;
}

/** Return the minutes from the day's start, 24 hours for its end; null where clock and part do not fit. */
export function minutesOf(clock: Clock | null, part: string): number | null {
  if (clock === null) return PART_MINUTES[part] ?? null;
  if (part === "" || clock.hour === undefined || clock.hour > 12) return clock.minutes;
  const minute = clock.minutes % 60;
  if (part === "morning") return (clock.hour % 12) * 60 + minute;
  if (part === "afternoon") return ((clock.hour % 12) + 12) * 60 + minute;
  // Twelve in the evening is midnight; one to five at night may be either half, so it is not read.
  return part === "night" && clock.hour < 6 ? null : (clock.hour + 12) * 60 + minute;
}

function readClock(line: Line, at: number): TimePhrase | null {
  for (const { pattern, clock } of CLOCKS) {
    const match = matchAt(pattern, line.read, at);
    if (match) return withPartAndZone(line, at + match[0].length, clock(caughtBy(match)));
  }
  return null;
}

function withPartAndZone(line: Line, at: number, clock: Clock): TimePhrase {
  const behind = matchAt(IN_THE_PART, line.read, at);
  const end = behind ? at + behind[0].length : at;
  const zone = readZone(line, end);
  return { clock, part: behind?.groups?.part ?? "", zone: zone?.zone ?? null, end: zone?.end ?? end };
}

function readPart(line: Line, at: number): TimePhrase | null {
  const match = matchAt(PART_ALONE, line.read, at);
  if (!match) return null;
  const end = at + match[0].length;
  const part = match.groups?.part ?? "";
  const join = matchAt(BEFORE_CLOCK, line.read, end);
  const time = join && readClock(line, end + join[0].length);
  return time ? { ...time, part } : { end, clock: null, part, zone: null };
}

function spokenHour(hour: number): Clock {
  return { minutes: (hour <= 6 ? hour + 12 : hour) * 60, hour };
}

function hourOf(caught: Caught): number {
  return Number(caught("hour"));
}

function minuteOf(caught: Caught): number {
  return Number(caught("minute"));
}
