import type { Day, Wall } from "../../dates/calendar";
import type { Instant } from "../../dates/zones";
import { EDGE } from "./line";

/** Where and when the text is typed. */
export interface Moment {
  readonly now: Instant;
  readonly zone: string;
  readonly wall: Wall;
  readonly today: Day;
  readonly monthFirst: boolean;
}

/** What a pattern caught, by the names of its groups; empty where it caught nothing. */
export type Caught = (name: string) => string;

/** What stands around a phrase: the words that lead to it, a time beside it, the end of a clause behind it. */
export interface Surroundings {
  readonly lead: string;
  readonly besideTime: boolean;
  readonly endsClause: boolean;
}

/** A way to say a day. */
export interface DayPhrase {
  readonly pattern: RegExp;
  /** Return the day meant, or null when the words are to be left alone. */
  readonly day: (caught: Caught, moment: Moment) => Day | null;
  /** Tell whether the words mean a day in these surroundings; without it they always do. */
  readonly suits?: (caught: Caught, around: Surroundings) => boolean;
}

/** Return a sticky pattern of whole words; a space stands for any white space. */
export function words(source: string): RegExp {
  return new RegExp(`(?:${source.replaceAll(" ", " +")})${EDGE}`, "y");
}

/** Return what the match caught. */
export function caughtBy(match: RegExpExecArray): Caught {
  return (name) => match.groups?.[name] ?? "";
}

/** Tell whether such a word leads, which makes a date of a word that is also another. */
export function isLedToDate({ lead }: Surroundings): boolean {
  return /^(?:on|by|for|due)\b/.test(lead);
}
