import { words } from "./day-phrase";
import { matchAt, wordStarts } from "./line";
import { type Phrase, type Place, readPhrase, readTimeAlone, type When } from "./phrases";
import { NUMBER_WORD, TH } from "./vocabulary";

/** One end of a range or a choice: a phrase, or a number that stands for one. */
interface End {
  readonly end: number;
  readonly phrase: Phrase | null;
}

/** Ends in a row; a choice or a range if a word such as `or` or `to` joins them. */
interface List {
  readonly end: number;
  readonly isChoice: boolean;
}

/** Words that say a day or a time to come. */
export interface DatePhrase {
  readonly start: number;
  readonly end: number;
  readonly when: When;
}

const NO_LIST: List = { end: 0, isChoice: false };
const BARE_NUMBER = words(`\\d{1,2}${TH}?|${NUMBER_WORD}`);
const LINK = /(?:,? +(?<joiner>to|through|and|or|&|[-–—]) +|, +)/y;
const BEHIND_OTHER_MEANING = /(?<=(?:^| )(?:from|since|until|till|before|after|between|of|every!?|each) +)/y;

/** Return the phrases of the line, in their order, that say a day or a time to come. */
export function readDates(place: Place): DatePhrase[] {
  const dates: DatePhrase[] = [];
  let [readUpTo, listedUpTo] = [0, 0];
  for (const wordStart of wordStarts(place.line.read)) {
    // Behind a `!` that makes no reminder stand words to be left alone, as in `!9am or 10am`.
    const start = place.line.read[wordStart] === "!" ? wordStart + 1 : wordStart;
    if (start < readUpTo) continue;
    // What is listed without a choice was looked through once; looking again from each place would take too long.
    const list = start < listedUpTo ? NO_LIST : readList(place, start);
    listedUpTo = Math.max(listedUpTo, list.end);
    const date = list.isChoice ? null : readMeant(place, start);
    readUpTo = list.isChoice ? list.end : (date?.end ?? readUpTo);
    if (date?.when) dates.push({ start, end: date.end, when: date.when });
  }
  return dates;
}

/** Return the phrase at that place if it says a day or a time to come. */
export function readDate(place: Place, start: number): DatePhrase | null {
  const date = readList(place, start).isChoice ? null : readMeant(place, start);
  return date?.when ? { start, end: date.end, when: date.when } : null;
}

function readMeant(place: Place, start: number): Phrase | null {
  const phrase = readPhrase(place, start);
  return phrase && matchAt(BEHIND_OTHER_MEANING, place.line.read, start) ? { end: phrase.end, when: null } : phrase;
}

function readList(place: Place, start: number): List {
  let [end, isChoice] = [start, false];
  let next = readEnd(place, start, null);
  while (next) {
    end = next.end;
    const link = matchAt(LINK, place.line.read, end);
    next = link && readEnd(place, end + link[0].length, next);
    isChoice ||= next !== null && link?.groups?.joiner !== undefined;
  }
  return { end, isChoice };
}

function readEnd(place: Place, start: number, previous: End | null): End | null {
  // "9 to 10am tomorrow" is a range of times, and tomorrow is still a date.
  const isTimeRange = previous !== null && (previous.phrase === null || previous.phrase.when?.day === null);
  const phrase = (isTimeRange ? readTimeAlone(place, start) : null) ?? readPhrase({ ...place, lenient: true }, start);
  if (phrase) return { end: phrase.end, phrase };
  const number = matchAt(BARE_NUMBER, place.line.read, start);
  return number && { end: start + number[0].length, phrase: null };
}
