import { expect, test } from "vitest";
import { cleanLine, cleanText } from "./clean-text";

// What the server refuses: controls, halves of a pair, and the separators of lines and paragraphs.
const REFUSED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const EVERY_UNIT = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test.each([
  ["a page\fbreak", "a page break"],
  ["one\u2028two\u2029three", "one two three"],
  ["from\u0000 a\u0007 PDF\u0000", "from a PDF"],
  [" two \n\t lines\u0085and more\u00a0", "two lines and more"],
  ["between \u0000 words", "between words"],
  ["half a \ud83d smile, a whole 😀", "half a smile, a whole 😀"],
  ["\u0000\f", ""],
])("%j as a title is %j", (text, title) => {
  expect(cleanLine(text)).toBe(title);
});

test.each([
  ["a page\fbreak", "a page\nbreak"],
  ["one\u2028two\u2029three", "one\ntwo\nthree"],
  ["a\r\nb\rc\n\n\td", "a\nb\nc\n\n\td"],
  ["from\u0000 a\u001b[1m PDF\u007f", "from a[1m PDF"],
  ["half a \udc00 smile, a whole 😀 ", "half a  smile, a whole 😀 "],
])("%j as notes is %j", (text, notes) => {
  expect(cleanText(text)).toBe(notes);
});

test("Nothing is left that the server refuses", () => {
  expect(EVERY_UNIT.filter((unit) => REFUSED.test(cleanLine(`a${unit}b`)))).toEqual([]);
  expect(EVERY_UNIT.filter((unit) => REFUSED.test(cleanText(unit).replace(/[\n\t]/g, "")))).toEqual([]);
});
