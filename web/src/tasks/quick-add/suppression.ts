import { EDGE, matchAt, narrowed, spaced } from "./line";
import type { Span, Token } from "./parsed";

const ENDS_WORD = new RegExp(EDGE, "y");

/** Return the span that Backspace at the caret takes back: the token right before it, or null where there is none. */
export function suppress(tokens: readonly Token[], caret: number): Span | null {
  const token = tokens.find(([, end]) => end === caret);
  return token ? [token[0], token[1]] : null;
}

/** Return the spans taken back as they lie in the edited text, without those whose own words were edited. */
export function shift(spans: readonly Span[], before: string, after: string, caret: number): Span[] {
  const edit = editBetween(before, after, caret);
  const moved = after.length - before.length;
  return spans
    .filter(([start, end]) => end <= edit.start || start >= edit.end)
    .map(([start, end]): Span => (start >= edit.end ? [start + moved, end + moved] : [start, end]))
    .filter((span) => isOfWholeWords(span, after));
}

/** The stretch of the text before that gave way to what was typed; the caret stands behind what was typed. */
function editBetween(before: string, after: string, caret: number): { start: number; end: number } {
  const longestTail = Math.min(after.length - caret, before.length);
  const tail = lengthInCommon(longestTail, (at) => before.at(-1 - at) === after.at(-1 - at));
  const start = lengthInCommon(Math.min(before.length, after.length) - tail, (at) => before[at] === after[at]);
  return { start, end: before.length - tail };
}

function lengthInCommon(longest: number, isSame: (at: number) => boolean): number {
  let length = 0;
  while (length < longest && isSame(length)) length += 1;
  return length;
}

// A letter typed right behind a span makes another word of its last one.
function isOfWholeWords([start, end]: Span, text: string): boolean {
  const read = spaced(narrowed(text));
  return (start === 0 || read[start - 1] === " ") && matchAt(ENDS_WORD, read, end) !== null;
}
