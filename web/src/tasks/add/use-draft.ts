import { useState } from "react";
import type { Space } from "../../sync/space";
import type { Draft } from "./draft";
import { EMPTY, typed } from "./draft";

// What was not added yet waits for the next time, as long as the page is open; each person has their own.
const drafts = new WeakMap<Space, Draft>();

/** Return what is being typed, and what changes it; a given text is put behind what waits from before. */
export function useDraft(space: Space, given: string | undefined): readonly [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => withText(drafts.get(space) ?? EMPTY, given));
  const keep = (next: Draft) => {
    drafts.set(space, next);
    setDraft(next);
  };
  return [draft, keep];
}

function withText(draft: Draft, given: string | undefined): Draft {
  if (!given) return draft;
  const text = [draft.text, given].filter(Boolean).join(" ");
  return typed(draft, text, text.length);
}
