import { fold } from "./fold";

/** A stretch of a text, its end exclusive. */
type Stretch = readonly [start: number, end: number];

/** Where a word stands in a text: nowhere, inside a word, at the start of one, at the start of the text. */
export type Place = 0 | 1 | 2 | 3;

const LETTER = /[\p{L}\p{N}]/u;

/** Return the words of a query, folded. */
export function wordsOf(query: string): string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** Return the best place at which the word stands in the folded text. */
export function placeOf(word: string, text: string): Place {
  let at = text.indexOf(word);
  if (at <= 0) return at === 0 ? 3 : 0;
  while (at > 0) {
    if (!LETTER.test(text[at - 1] ?? "")) return 2;
    at = text.indexOf(word, at + 1);
  }
  return 1;
}

/** Return the stretches of a text, as it is written, in which one of the folded words stands; never overlapping. */
export function marksOf(text: string, words: readonly string[]): Stretch[] {
  const { folded, starts } = foldedByLetter(text);
  const found = words.flatMap((word) => stretchesOf(word, folded)).sort(([one], [other]) => one - other);
  const marks: [number, number][] = [];
  for (const [from, to] of found) {
    const [start, end] = [starts[from] ?? 0, endOf(starts, to - 1, text.length)];
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** All stretches of the word; where some begin a word of the text, those alone. */
function stretchesOf(word: string, folded: string): Stretch[] {
  const all: Stretch[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    all.push([at, at + word.length]);
  }
  const first = all.filter(([at]) => at === 0 || !LETTER.test(folded[at - 1] ?? ""));
  return first.length > 0 ? first : all;
}

/** Return the folded text, and for each of its letters where in the text the one begins that it comes from. */
function foldedByLetter(text: string): { folded: string; starts: number[] } {
  const starts: number[] = [];
  let folded = "";
  let at = 0;
  for (const letter of text) {
    const small = fold(letter);
    for (let part = 0; part < small.length; part += 1) starts.push(at);
    folded += small;
    at += letter.length;
  }
  return { folded, starts };
}

/** Accents that follow the last letter belong to it. */
function endOf(starts: readonly number[], last: number, length: number): number {
  const next = starts.slice(last + 1).find((start) => start > (starts[last] ?? 0));
  return next ?? length;
}
