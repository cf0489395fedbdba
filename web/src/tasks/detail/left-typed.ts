import { account } from "../../app/session";
import type { Task } from "../../changes/rows";
import { cleanValue } from "../../clean-text";
import type { Space } from "../../sync/space";
import { rewrite } from "../mutations";
import type { Written } from "./draft";

interface Typed {
  readonly field: Written;
  readonly text: string;
  /** The task as the one who typed has seen it. */
  readonly upon: Task;
}

/** Note what is typed while the page goes away: nothing but this is written for sure in its last moment. */
export function noteTyped(typed: Typed): void {
  const key = keyOf(typed);
  try {
    localStorage.setItem(key, JSON.stringify(typed));
  } catch (error) {
    console.error("what was being typed could not be noted", error);
  }
  // A page that comes back as it was has stored it meanwhile as any other edit.
  window.addEventListener("pageshow", () => localStorage.removeItem(key), { once: true });
}

/** Write into the tasks what was being typed when a page went away. */
export function takeUpTyped(space: Space): void {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith(lead()))) {
    const typed = readTyped(key);
    localStorage.removeItem(key);
    if (!typed) continue;
    const row = space.store.rows.get(typed.upon.id);
    const isStored = row?.kind === "task" && row[typed.field] === cleanValue(typed.field, typed.text);
    if (!isStored) rewrite(space, typed.upon, { [typed.field]: typed.text });
  }
}

function readTyped(key: string): Typed | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "") as Typed;
  } catch {
    return undefined;
  }
}

function keyOf({ upon, field }: Typed): string {
  return `${lead()}${upon.id}.${field}`;
}

function lead(): string {
  return `onthedot.typed.${account.value?.id}.`;
}
