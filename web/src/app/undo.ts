import type { Step } from "../changes/history";
import { Signal } from "../signal";
import type { Space } from "../sync/space";

/** What was taken back, in words; `place` counts, so that the same words twice are two. */
interface Undone {
  readonly words: string;
  readonly place: number;
}

/** What was taken back last, until somebody has read it. */
export const undone = new Signal<Undone | undefined>(undefined);

let times = 0;

/** Take back what was done last, or that very step, and say what that was. */
export function undo(space: Space, step?: Step): void {
  times += 1;
  undone.value = { words: undoneWords(space.undo(step)), place: times };
}

/** Return what was undone as a sentence of what was done. */
export function undoneWords(words: string | undefined): string {
  if (words === undefined) return "There is nothing to undo";
  return `Undone: ${words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`;
}
