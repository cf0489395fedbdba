import type { KeyboardEvent } from "react";
import { useState } from "react";
import { itemAfter } from "../../ui/menu-keys";
import { PROJECTS, TAGS } from "../rules";
import { useRows } from "../space-context";
import type { Begun } from "./completion";
import { begunAt, completions } from "./completion";

interface Completion {
  readonly begun: Begun | undefined;
  readonly names: readonly string[];
  /** Which one Enter takes; -1 is none. */
  readonly at: number;
  /** Do what the key does to the list; tell whether it did anything. */
  readonly hear: (event: KeyboardEvent) => boolean;
}

/** Return the names that may be meant at the caret; `onTake` puts one there. */
export function useCompletion(
  text: string,
  caret: number | undefined,
  onTake: (begun: Begun, name: string) => void,
): Completion {
  const projects = useRows(PROJECTS);
  const tags = useRows(TAGS);
  const begun = caret === undefined ? undefined : begunAt(text, caret);
  const [chosen, choose] = useState({ for: "", at: -1 });
  const [closedFor, closeFor] = useState("");
  const typed = begun ? `${begun.span[0]} ${begun.sign}${begun.name}` : "";
  const offered = begun && closedFor !== typed ? completions(begun, namesOf(begun.sign === "#" ? projects : tags)) : [];
  // A sign alone may be a sign: only the arrows choose then.
  const first = begun?.name === "" ? -1 : 0;
  const at = chosen.for === typed ? chosen.at : first;
  const hear = (event: KeyboardEvent): boolean => {
    if (!begun || offered.length === 0 || event.shiftKey) return false;
    const next = event.key.startsWith("Arrow") ? itemAfter(event.key, at, offered.length) : undefined;
    const taken = offered[event.key === "Tab" ? Math.max(at, 0) : at];
    if (next !== undefined) choose({ for: typed, at: next });
    else if (event.key === "Escape") closeFor(typed);
    else if ((event.key === "Tab" || event.key === "Enter") && taken !== undefined) onTake(begun, taken);
    else return false;
    event.preventDefault();
    return true;
  };
  return { begun, names: offered, at, hear };
}

function namesOf(rows: readonly { readonly name: string }[]): string[] {
  return rows.map(({ name }) => name);
}
