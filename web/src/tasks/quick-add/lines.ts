/** A line of a pasted text, without its bullet, and where in the text it starts. */
export interface PastedLine {
  readonly text: string;
  readonly start: number;
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;
const LINE = /[^\n\r\u0085\u2028\u2029]+/g;
const BULLET = /^[\p{White_Space}\p{Cc}]*(?:- \[ \]|[-*•])[\p{White_Space}\p{Cc}]+/u;
const BLANK = /^[\p{White_Space}\p{Cc}]*$/u;

/** Return the lines that are not blank, or null when the text has no line break. */
export function linesOf(text: string): PastedLine[] | null {
  if (!BREAK.test(text)) return null;
  const lines = Array.from(text.matchAll(LINE), ({ 0: line, index }) => withoutBullet(line, index));
  return lines.filter((line) => !BLANK.test(line.text));
}

function withoutBullet(line: string, start: number): PastedLine {
  const bullet = BULLET.exec(line)?.[0].length ?? 0;
  return { text: line.slice(bullet), start: start + bullet };
}
