import type { Span } from "../quick-add/parsed";
import { shift } from "../quick-add/suppression";

/** What is typed, and what of it the person took back. */
export interface Draft {
  readonly text: string;
  readonly suppressed: readonly Span[];
}

export const EMPTY: Draft = { text: "", suppressed: [] };

/** Return the draft after typing; the caret stands behind what was typed. */
export function typed(draft: Draft, text: string, caret: number): Draft {
  return { text, suppressed: shift(draft.suppressed, draft.text, text, caret) };
}

/** Return the draft in which these stretches are words again. */
export function takenBack(draft: Draft, spans: readonly Span[]): Draft {
  return { ...draft, suppressed: [...draft.suppressed, ...spans] };
}

/** Return the draft with its lines as one. */
export function asOneLine({ text, suppressed }: Draft): Draft {
  return { text: text.replace(/[\n\r\u0085\u2028\u2029]/gu, " "), suppressed };
}
