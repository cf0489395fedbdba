import { EDGE, type Line, narrowed, spaced, wellFormed } from "./line";
import type { SignedName } from "./literals";
import { readTime } from "./times";

const EMOJI = "\\p{Extended_Pictographic}\\p{Regional_Indicator}";
const EMOJI_PARTS = "\\p{Emoji_Modifier}\\u200d\\u{e0020}-\\u{e007f}";
const NAME = `(?![-&+])[\\p{L}\\p{M}\\p{Nd}${EMOJI}${EMOJI_PARTS}_&+-]+`;
const SIGNED_NAME = new RegExp(`(?<= |^)([#@])(${NAME})${EDGE}`, "gu");
const LETTER_OR_EMOJI = new RegExp(`[\\p{L}${EMOJI}]`, "u");
const COLOUR = /^(?=.*\d)[\da-f]{6}$/i;
const LONGEST = { "#": 200, "@": 100 } as const;

/** Return the names of projects (`#`) and tags (`@`) in their order, composed (NFC). */
export function namesIn(line: Line, quotedNames: readonly SignedName[]): SignedName[] {
  return [...quotedNames, ...plainNamesIn(line)]
    .map((signed) => ({ ...signed, name: keptName(signed.name) }))
    .filter(({ sign, name }) => name !== "" && name.length <= LONGEST[sign])
    .sort((one, other) => one.span[0] - other.span[0]);
}

function plainNamesIn(line: Line): SignedName[] {
  return Array.from(line.read.matchAll(SIGNED_NAME), ({ index, 0: { length }, 1: sign }) => ({
    span: [index, index + length] as const,
    sign: sign === "#" ? ("#" as const) : ("@" as const),
    name: line.text.slice(index + 1, index + length),
  })).filter(({ span, sign, name }) => {
    if (!LETTER_OR_EMOJI.test(name)) return false;
    return sign === "#" ? !COLOUR.test(narrowed(name)) : !readTime(line, span[0] + 1)?.clock;
  });
}

function keptName(typed: string): string {
  return wellFormed(spaced(typed)).trim().normalize("NFC");
}
