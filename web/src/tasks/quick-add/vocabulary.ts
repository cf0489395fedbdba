import type { CalendarUnit } from "../../dates/calendar";

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const NTH = ["first", "second", "third", "fourth", "fifth"];
const WEEKDAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const CALENDAR_UNITS: readonly CalendarUnit[] = ["day", "week", "fortnight", "month", "year"];

/** Patterns of words, without groups of their own. */
export const NUMBER_WORD = `(?:${NUMBERS.join("|")})`;
export const NUMBER = `(?:an?|\\d{1,4}|${NUMBER_WORD})`;
export const UNIT = "(?:days?|weeks?|fortnights?|months?|years?)";
export const TH = "(?:st|nd|rd|th)";
export const ORDINAL = `(?:${NTH.join("|")}|1st|2nd|3rd|4th|5th|last)`;
export const YEAR = "\\d{4}";
export const PART = "(?:morning|afternoon|evening|night)";
export const WEEKDAY =
  "(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
export const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** Return the number of a word or of digits; `a` is one. */
export function numberOf(word: string): number {
  return /^an?$/.test(word) ? 1 : NUMBERS.indexOf(word) + 1 || Number.parseInt(word, 10);
}

/** Return 1 for `first` or `1st` to 5, and -1 for `last`. */
export function nthOf(word: string): number {
  return word === "last" ? -1 : NTH.indexOf(word) + 1 || Number.parseInt(word, 10);
}

/** Return 0 for a Monday to 6 for a Sunday. */
export function weekdayNamed(word: string): number {
  return WEEKDAYS.indexOf(word.slice(0, 2));
}

/** Return 1 for January to 12. */
export function monthNamed(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3)) + 1;
}

/** Return the unit that the word begins with. */
export function unitNamed(word: string): CalendarUnit {
  return CALENDAR_UNITS.find((unit) => word.startsWith(unit)) ?? "day";
}
