import type { Span } from "./parsed";

/** One line as typed, and as it is read: same length, ASCII in small letters, white space as spaces. */
export interface Line {
  readonly text: string;
  readonly read: string;
}

/** A word that is read as nothing. */
export const LITERAL = "\u0000";
/** A stretch that is read already. */
export const TOKEN = "\u0001";

/** What must follow a token: white space or the end, with punctuation before it or not. */
export const EDGE = "(?=[,.;:!?…]*(?: |$))";

const WORD_START = new RegExp(`(?<= |^)[^ ${LITERAL}${TOKEN}]`, "g");
const SEARCHED = 500;
const SPACE = /[\p{White_Space}\p{Cc}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const CAPITALS = /[A-Z]+/g;

/** Return the line as it is read; what lies beyond the first 500 code units is literal. */
export function lineOf(text: string): Line {
  const line = { text, read: spaced(narrowed(text)).replace(CAPITALS, (letters) => letters.toLowerCase()) };
  return masked(line, [SEARCHED, text.length], LITERAL);
}

/** Return the line with a stretch of it hidden from reading. */
export function masked(line: Line, [start, end]: Span, mask: typeof LITERAL | typeof TOKEN): Line {
  const hidden = line.read.slice(start, end).replace(/[^ ]/g, mask);
  return { text: line.text, read: line.read.slice(0, start) + hidden + line.read.slice(end) };
}

/** Return the text with full-width characters as the ASCII that they stand for. */
export function narrowed(text: string): string {
  return text.replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** Return the text with each white space as a space. */
export function spaced(text: string): string {
  return text.replace(SPACE, " ");
}

/** Return the text fit to be sent: a lone surrogate is no character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Return where words begin that are to be read. */
export function wordStarts(read: string): number[] {
  return Array.from(read.matchAll(WORD_START), (match) => match.index);
}

/** Return the match of a sticky pattern at that place. */
export function matchAt(pattern: RegExp, read: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(read);
}
