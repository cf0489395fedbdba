import { type Day, dateOf, MINUTES_A_DAY } from "../../dates/calendar";
import { type Caught, caughtBy, type DayPhrase, type Moment, type Surroundings, words } from "./day-phrase";
import { readElapsed } from "./elapsed";
import { LEFT_ALONE } from "./left-alone";
import { EDGE, type Line, matchAt, TOKEN } from "./line";
import { NAMED_DAYS } from "./named-days";
import { ORDINAL_DAYS } from "./ordinal-days";
import { PERIOD_DAYS } from "./period-days";
import { isHourAlone, minutesOf, readTime, type TimePhrase } from "./times";
import { PART } from "./vocabulary";
import { WRITTEN_DATES } from "./written-dates";

/** When something is: a day, minutes from its start, or both; in a zone if one is typed. */
export interface When {
  readonly day: Day | null;
  readonly minutes: number | null;
  readonly zone: string | null;
}

/** Words about time, up to `end`; their meaning is null when they are to be left alone. */
export interface Phrase {
  readonly end: number;
  readonly when: When | null;
}

/** Where a phrase is looked for; `lenient` takes a short word such as `sat` for a day. */
export interface Place {
  readonly line: Line;
  readonly moment: Moment;
  readonly lenient?: boolean;
}

const DAYS: readonly DayPhrase[] = [...NAMED_DAYS, ...PERIOD_DAYS, ...ORDINAL_DAYS, ...WRITTEN_DATES, ...LEFT_ALONE];
const LEAD = /(?:due +(?:on|by|at) +|(?:on|at|by|for|due) +|@ *)?/y;
const JOIN = /(?:,? +(?:(?:at|on) +|@ *)?|t(?=\d))/y;
const PART_BEHIND = words(` (?<part>${PART})`);
const ENDS_WORD = new RegExp(EDGE, "y");
const ENDS_CLAUSE = new RegExp(`(?=[,.;:!?…]+(?: |$)| *(?:$|${TOKEN}))`, "y");
const LAST_YEAR = 9999;

/** Return the longest phrase at that place: a day, a time or both side by side, with the words that lead to it. */
export function readPhrase(place: Place, start: number): Phrase | null {
  const lead = matchAt(LEAD, place.line.read, start)?.[0] ?? "";
  const at = start + lead.length;
  const phrases = lead.startsWith("@")
    ? clockPhrases(place, at)
    : [...dayPhrases(place, at, lead), ...timePhrases(place, at), ...readElapsed(place.line, at, place.moment)];
  return longest(phrases.filter(({ end }) => matchAt(ENDS_WORD, place.line.read, end)));
}

/** Return the time at that place without the day beside it. */
export function readTimeAlone(place: Place, start: number): Phrase | null {
  const lead = matchAt(LEAD, place.line.read, start)?.[0] ?? "";
  return longest(timeAlone(place, readTime(place.line, start + lead.length)));
}

function longest(phrases: readonly Phrase[]): Phrase | null {
  return phrases.reduce<Phrase | null>((best, next) => (best && best.end >= next.end ? best : next), null);
}

function clockPhrases(place: Place, at: number): Phrase[] {
  return readTime(place.line, at)?.clock ? timePhrases(place, at) : [];
}

function dayPhrases(place: Place, at: number, lead: string): Phrase[] {
  return daysAt(place, at).flatMap((day) => {
    const behind = behindJoin(place, day.end);
    const time = behind === null ? null : readTime(place.line, behind);
    return suits(place, day, { lead, besideTime: time !== null }) ? [sideBySide(day, time, place.moment)] : [];
  });
}

function timePhrases(place: Place, at: number): Phrase[] {
  const time = readTime(place.line, at);
  if (!time) return [];
  const behind = behindJoin(place, time.end);
  const days = behind === null ? [] : daysAt(place, behind);
  const fitting = days.filter((day) => suits(place, day, { lead: "", besideTime: true }));
  return [...fitting.map((day) => sideBySide(day, { ...time, end: day.end }, place.moment)), ...timeAlone(place, time)];
}

function timeAlone(place: Place, time: TimePhrase | null): Phrase[] {
  if (!time || (isHourAlone(time) && !(isOnClockFace(time) && endsClause(place, time.end)))) return [];
  const minutes = minutesOf(time.clock, time.part);
  return [{ end: time.end, when: minutes === null ? null : { day: null, minutes, zone: time.zone } }];
}

/** A day as read, with the part of it that stands behind. */
interface DayRead {
  readonly end: number;
  readonly phrase: DayPhrase;
  readonly caught: Caught;
  readonly day: Day | null;
  readonly part: string;
}

function daysAt({ line, moment }: Place, at: number): DayRead[] {
  return DAYS.flatMap((phrase) => {
    const match = matchAt(phrase.pattern, line.read, at);
    if (!match) return [];
    const caught = caughtBy(match);
    const end = at + match[0].length;
    const behind = caught("part") === "" ? matchAt(PART_BEHIND, line.read, end) : null;
    const part = caught("part") || (behind?.groups?.part ?? "");
    return [
      { end: end + (behind?.[0].length ?? 0), phrase, caught, day: toCome(phrase.day(caught, moment), moment), part },
    ];
  });
}

function toCome(day: Day | null, { today }: Moment): Day | null {
  return day !== null && day >= today && dateOf(day).year <= LAST_YEAR ? day : null;
}

function suits(place: Place, day: DayRead, around: Pick<Surroundings, "lead" | "besideTime">): boolean {
  const besideTime = around.besideTime || day.part !== "";
  const surroundings = { ...around, besideTime, endsClause: endsClause(place, day.end) };
  return place.lenient || (day.phrase.suits?.(day.caught, surroundings) ?? true);
}

function sideBySide(read: DayRead, time: TimePhrase | null, moment: Moment): Phrase {
  const end = time?.end ?? read.end;
  const part = read.part || (time?.part ?? "");
  const minutes = minutesOf(time?.clock ?? null, part);
  if (read.day === null || (minutes === null && time !== null)) return { end, when: null };
  const isPast = read.day * MINUTES_A_DAY + (minutes ?? 0) <= moment.wall;
  const isOver = read.caught("part") !== "" && !time?.clock && isPast;
  return { end, when: { day: read.day, minutes: isOver ? null : minutes, zone: time?.zone ?? null } };
}

function behindJoin({ line }: Place, at: number): number | null {
  const join = matchAt(JOIN, line.read, at);
  return join && at + join[0].length;
}

function isOnClockFace({ clock }: TimePhrase): boolean {
  return clock?.hour !== undefined && clock.hour <= 12;
}

function endsClause({ line }: Place, at: number): boolean {
  return matchAt(ENDS_CLAUSE, line.read, at) !== null;
}
