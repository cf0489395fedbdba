import { type Line, narrowed, spaced, wellFormed } from "./line";
import type { Span } from "./parsed";

const NOTHING_BUT_MARKS = /^[ ,;:–—-]*$/;
// A hyphen at a word's end (a blood group, a school mark) is the word's own.
const MARKS_AT_END = /[,;:–—]+$/;
const PUNCTUATION_NEXT = /^ *[,.;:!?…]+(?: |$)/;

/** Return what is left of the line once tokens and backslashes are cut out. */
export function titleOf(line: Line, cuts: readonly Span[], escapes: readonly number[]): string {
  const pieces = piecesBetween(line, cuts, escapes);
  const words = pieces.reduce(joined).split(" ").filter(Boolean);
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (cuts.length > 0 && NOTHING_BUT_MARKS.test(first)) dropLeadingMarks(words);
  if (cuts.length > 0 && NOTHING_BUT_MARKS.test(last)) dropTrailingMarks(words);
  return wellFormed(words.join(" "));
}

function joined(left: string, right: string): string {
  return PUNCTUATION_NEXT.test(narrowed(right)) ? left.trimEnd() + right.trimStart() : left + right;
}

function dropLeadingMarks(words: string[]): void {
  while (words[0] !== undefined && NOTHING_BUT_MARKS.test(words[0])) words.shift();
}

function dropTrailingMarks(words: string[]): void {
  while (words.length > 0 && NOTHING_BUT_MARKS.test(words.at(-1) ?? "")) words.pop();
  const last = words.pop();
  if (last !== undefined) words.push(last.replace(MARKS_AT_END, ""));
}

function piecesBetween(line: Line, cuts: readonly Span[], escapes: readonly number[]): string[] {
  const starts = [0, ...cuts.map(([, end]) => end)];
  const ends = [...cuts.map(([start]) => start), line.text.length];
  return starts.map((start, index) => withoutEscapes(line.text, [start, ends[index] ?? start], escapes));
}

function withoutEscapes(text: string, [start, end]: Span, escapes: readonly number[]): string {
  const places = [...escapes.filter((place) => place >= start && place < end), end];
  const kept = places.map((place, index) => text.slice(index === 0 ? start : (places[index - 1] ?? 0) + 1, place));
  return spaced(kept.join(""));
}
