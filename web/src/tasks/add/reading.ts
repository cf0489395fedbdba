import type { Typing } from "../quick-add";
import { parse } from "../quick-add";
import type { Parsed } from "../quick-add/parsed";
import type { Draft } from "./draft";

/** What a draft says: one task, or one for each of its lines. */
export interface Reading {
  readonly tasks: readonly Parsed[];
  readonly isList: boolean;
}

const LONGEST_TITLE = 500;

/** Return what the draft says. */
export function read(draft: Draft, typing: Omit<Typing, "suppressed">): Reading {
  const parsed = parse(draft.text, { ...typing, suppressed: draft.suppressed });
  return Array.isArray(parsed) ? { tasks: parsed, isList: true } : { tasks: [parsed], isList: false };
}

/** Return why it can't be added yet, in words; undefined if it can. */
export function obstacle({ tasks, isList }: Reading): string | undefined {
  if (tasks.some(({ title }) => title === "") || tasks.length === 0) return "It needs a few words of its own.";
  const longest = Math.max(...tasks.map(({ title }) => [...title].length));
  if (longest <= LONGEST_TITLE) return undefined;
  const which = isList ? "the longest line" : "this one";
  return `A title has room for ${LONGEST_TITLE} letters, and ${which} has ${longest}. Behind “ // ” the rest becomes notes.`;
}
