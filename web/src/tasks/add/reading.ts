import type { Now } from "../../dates/when";
import { MOST } from "../limits";
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

/** Return what the draft says at this moment to this person. */
export function readNow(draft: Draft, now: Now): Reading {
  return read(draft, typingAt(now));
}

/** Return when and where this person types. */
export function typingAt({ zone }: Now): Omit<Typing, "suppressed"> {
  return { now: Date.now(), zone, locale: navigator.language };
}

/** Return why it can't be added yet, in words; undefined if it can. */
export function obstacle(reading: Reading): string | undefined {
  const isNameless = reading.tasks.length === 0 || reading.tasks.some(({ title }) => title === "");
  return isNameless ? "It needs a few words of its own." : (tooLong(reading) ?? tooMany(reading));
}

/** Return what to do about more tags or reminders than fit on a task; undefined if they do. */
export function tooMany({ tasks }: Reading): string | undefined {
  for (const list of ["tags", "reminders"] as const) {
    const most = Math.max(0, ...tasks.map((task) => task[list]?.length ?? 0));
    if (most > MOST[list]) return `A task has room for ${MOST[list]} ${list}, and this text has ${most}.`;
  }
  return undefined;
}

/** Return what to do about a title that is too long; undefined if none is. */
export function tooLong({ tasks, isList }: Reading): string | undefined {
  const longest = Math.max(0, ...tasks.map(({ title }) => [...title].length));
  if (longest <= LONGEST_TITLE) return undefined;
  const which = isList ? "the longest line" : "this one";
  return `A title has room for ${LONGEST_TITLE} letters, and ${which} has ${longest}. With // before it, the rest becomes notes.`;
}
