import type { Typing } from "../quick-add";
import { EDGE, lineOf, masked, TOKEN } from "../quick-add/line";
import { hideLiterals } from "../quick-add/literals";
import { dateWordNear } from "../quick-add/near-misses";
import type { Parsed } from "../quick-add/parsed";
import type { Draft } from "./draft";
import { typed } from "./draft";
import type { Reading } from "./reading";
import { read } from "./reading";

/** A date word that was likely meant, and the draft with it. */
export interface Meant {
  readonly word: string;
  readonly draft: Draft;
  readonly caret: number;
}

const HOUR = /^(?:at |@)?[\d:.]+ ?(?:[ap]m|h)?$/i;
const WORD = new RegExp(`(?<= |^)[a-z]{4,}${EDGE}`, "g");

/** Return the date word that was likely meant, where the line names no date and would with it. */
export function didYouMean(draft: Draft, reading: Reading, typing: Omit<Typing, "suppressed">): Meant | undefined {
  const [only] = reading.tasks;
  if (!only || reading.isList || namesDay(draft.text, only)) return undefined;
  const { line } = hideLiterals(lineOf(draft.text), draft.suppressed);
  const rest = only.tokens.reduce((left, [start, end]) => masked(left, [start, end], TOKEN), line);
  for (const { 0: word, index } of rest.read.matchAll(WORD)) {
    const meant = dateWordNear(word);
    const corrected = meant && withWord(draft, [index, index + word.length], meant);
    if (corrected && isDate(corrected, read(corrected.draft, typing))) return corrected;
  }
  return undefined;
}

/** Tell whether the line names a day; an hour alone leaves it open, and means today where the day is mistyped. */
function namesDay(text: string, { tokens }: Parsed): boolean {
  return tokens.some(([start, end, kind]) => kind === "date" && !HOUR.test(text.slice(start, end)));
}

function isDate({ caret }: Meant, { tasks: [only] }: Reading): boolean {
  return only?.tokens.some(([start, end, kind]) => kind === "date" && start < caret && caret <= end) ?? false;
}

function withWord(draft: Draft, [start, end]: readonly [number, number], word: string): Meant {
  const isCapital = /^[A-Z]/.test(draft.text.slice(start, end));
  const put = isCapital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  const text = draft.text.slice(0, start) + put + draft.text.slice(end);
  const caret = start + put.length;
  return { word: put, draft: typed(draft, text, caret), caret };
}
