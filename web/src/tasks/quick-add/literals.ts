import { EDGE, LITERAL, type Line, masked, matchAt } from "./line";
import type { Span } from "./parsed";

/** A name behind the sign of a project or a tag. */
export interface SignedName {
  readonly span: Span;
  readonly sign: "#" | "@";
  readonly name: string;
}

/** What is not to be read as words: the line without it, the backslashes that go, the names in quotes. */
export interface Literals {
  readonly line: Line;
  readonly escapes: readonly number[];
  readonly quotedNames: readonly SignedName[];
}

interface Literal {
  readonly span: Span;
  readonly isEscape?: boolean;
  readonly name?: SignedName;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };
const WORD = /[^ ]+/g;
const ENDS_WORD = new RegExp(EDGE, "y");

/** Hide what is quoted, escaped or taken back by the person. */
export function hideLiterals(line: Line, suppressed: readonly Span[]): Literals {
  const literals = literalsIn(line, suppressed);
  return {
    line: literals.reduce((rest, { span }) => masked(rest, span, LITERAL), line),
    escapes: literals.flatMap(({ span, isEscape }) => (isEscape ? [span[0]] : [])),
    quotedNames: literals.flatMap(({ name }) => name ?? []),
  };
}

function literalsIn(line: Line, suppressed: readonly Span[]): Literal[] {
  const literals: Literal[] = [];
  for (let word = wordFrom(line.read, 0); word; ) {
    const isTakenBack = suppressed.some(([start, end]) => word && start < word[1] && end > word[0]);
    const literal = isTakenBack ? { span: word } : (readQuoted(line, word[0]) ?? readEscaped(line, word));
    if (literal) literals.push(literal);
    word = wordFrom(line.read, literal?.span[1] ?? word[1]);
  }
  return literals;
}

function wordFrom(read: string, at: number): Span | null {
  const word = matchAt(WORD, read, at);
  return word && [word.index, word.index + word[0].length];
}

function readEscaped(line: Line, [start, end]: Span): Literal | null {
  return line.read[start] === "\\" && end > start + 1 ? { span: [start, end], isEscape: true } : null;
}

function readQuoted(line: Line, start: number): Literal | null {
  const sign = line.read[start];
  const isSigned = sign === "#" || sign === "@";
  const opening = isSigned ? start + 1 : start;
  const end = closingOf(line.read, opening);
  if (end === null) return null;
  const span = [start, end] as const;
  return isSigned ? { span, name: { span, sign, name: line.text.slice(opening + 1, end - 1) } } : { span };
}

function closingOf(read: string, opening: number): number | null {
  const quote = CLOSING[read.charAt(opening)];
  if (quote === undefined) return null;
  for (let at = read.indexOf(quote, opening + 1); at >= 0; at = read.indexOf(quote, at + 1)) {
    if (matchAt(ENDS_WORD, read, at + 1)) return at + 1;
  }
  return null;
}
