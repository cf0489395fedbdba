import { words } from "./day-phrase";
import { matchAt } from "./line";
import { type Phrase, type Place, readPhrase, readTimeAlone } from "./phrases";
import { NUMBER_WORD, TH } from "./vocabulary";

/** One end of a range or a choice: a phrase, or a number that stands for one. */
interface End {
  readonly end: number;
  readonly phrase: Phrase | null;
}

const BARE_NUMBER = words(`\\d{1,2}${TH}?|${NUMBER_WORD}`);
const LINK = /(?:,? +(?<joiner>to|through|and|or|&|[-–—]) +|, +)/y;
const BEHIND_OTHER_MEANING = /(?<=(?:^| )(?:from|since|until|till|before|after|between|of|every!?|each) +)/y;

/** Return the phrase at that place, left alone as a whole if it is a range, a choice, or not when the task is due. */
export function readDate(place: Place, start: number): Phrase | null {
  const choiceEnd = readChoice(place, start);
  if (choiceEnd !== null) return { end: choiceEnd, when: null };
  const phrase = readPhrase(place, start);
  return phrase && matchAt(BEHIND_OTHER_MEANING, place.line.read, start) ? { end: phrase.end, when: null } : phrase;
}

function readChoice(place: Place, start: number): number | null {
  const ends: End[] = [];
  let isJoined = false;
  for (let next = readEnd(place, start, null), link: RegExpExecArray | null; next; ) {
    ends.push(next);
    link = matchAt(LINK, place.line.read, next.end);
    next = link && readEnd(place, next.end + link[0].length, next);
    isJoined ||= next !== null && link?.groups?.joiner !== undefined;
  }
  return isJoined && ends.some(({ phrase }) => phrase) ? (ends.at(-1)?.end ?? null) : null;
}

function readEnd(place: Place, start: number, previous: End | null): End | null {
  // "9 to 10am tomorrow" is a range of times, and tomorrow is still a date.
  const isTimeRange = previous !== null && (previous.phrase === null || previous.phrase.when?.day === null);
  const phrase = (isTimeRange ? readTimeAlone(place, start) : null) ?? readPhrase({ ...place, lenient: true }, start);
  if (phrase) return { end: phrase.end, phrase };
  const number = matchAt(BARE_NUMBER, place.line.read, start);
  return number && { end: start + number[0].length, phrase: null };
}
