/** A line of a pasted text, without its bullet, and where in the text it starts. */
export interface PastedLine {
  readonly text: string;
  readonly start: number;
}

const BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;
const LINE = /[^\n\r\u0085\u2028\u2029]+/g;
const SPACE = "[\\p{White_Space}\\p{Cc}]";
// A sign or a number, a box to tick, or both.
const MARK = "(?:[-*+•‣◦]|\\d{1,3}[.)])";
const BOX = "\\[(?<tick>[ xX✓✔]?)\\]";
const BULLET = new RegExp(
  `^${SPACE}*(?:${MARK}(?:${SPACE}+${BOX})?|${BOX.replace("tick", "bare")})(?:${SPACE}+|$)`,
  "u",
);
const BLANK = /^[\p{White_Space}\p{Cc}]*$/u;

/** Return the lines that are neither blank nor ticked off, or null when the text has no line break. */
export function linesOf(text: string): PastedLine[] | null {
  if (!BREAK.test(text)) return null;
  const lines = written(text).filter((line) => !isTicked(line.text));
  return lines.map(withoutBullet).filter((line) => !BLANK.test(line.text));
}

/** Return how many lines of a list are ticked off: they are done, and nothing is made of them. */
export function tickedIn(text: string): number {
  return BREAK.test(text) ? written(text).filter((line) => isTicked(line.text)).length : 0;
}

function written(text: string): PastedLine[] {
  return Array.from(text.matchAll(LINE), ({ 0: line, index }) => ({ text: line, start: index }));
}

function isTicked(line: string): boolean {
  const { tick = "", bare = "" } = BULLET.exec(line)?.groups ?? {};
  return (tick + bare).trim() !== "";
}

function withoutBullet({ text, start }: PastedLine): PastedLine {
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  return { text: text.slice(bullet), start: start + bullet };
}
