import { Signal } from "../signal";
import type { Step } from "./history";
import { History, inverseOf } from "./history";
import type { Edit, Mutation } from "./mutation";
import { mutationOf } from "./mutation";
import type { Store } from "./store";

/** How a step is told, if it is one that can be taken back; a quiet one is not told by itself. */
export interface StepWords {
  readonly words: string;
  readonly isQuiet?: boolean;
}

/** What the person does here, step by step: shown at once, and remembered to be taken back. */
export class Steps {
  /** What was done last, for the toast that offers to undo it. */
  readonly done = new Signal<Step | undefined>(undefined);
  readonly #store: Store;
  readonly #history = new History();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Show what the edits do; returns them as they are stored and sent. */
  perform(edits: readonly Edit[], told?: StepWords): Mutation[] {
    const { rows } = this.#store;
    const inverse: Edit[] = [];
    const mutations = edits.map((edit) => {
      const back = inverseOf(edit, rows);
      const mutation = mutationOf(edit, rows.get(edit.entity));
      this.#store.perform(mutation);
      const upon = rows.get(edit.entity);
      // What another device does before it is taken back was not seen by who takes it back.
      inverse.unshift(upon ? { ...back, upon } : back);
      return mutation;
    });
    if (told) this.#remember({ words: told.words, inverse }, told.isQuiet);
    return mutations;
  }

  /** Return the last step, or that very one, to be taken back; once. */
  take(step?: Step): Step | undefined {
    this.done.value = undefined;
    return step ? this.#history.take(step) : this.#history.pop();
  }

  #remember(step: Step, isQuiet = false): void {
    this.#history.push(step);
    this.done.value = isQuiet ? undefined : step;
  }
}
