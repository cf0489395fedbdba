import type { Edit, Op } from "./mutation";
import type { Id, Row } from "./rows";
import { fieldOf } from "./rows";

/** What was done, in words, and what takes it back. */
export interface Step {
  readonly words: string;
  readonly inverse: readonly Edit[];
}

const MOST_STEPS = 50;
const OPPOSITE: Readonly<Record<Exclude<Op, "update">, Op>> = {
  create: "delete",
  delete: "restore",
  restore: "delete",
  complete: "reopen",
  reopen: "complete",
};

/** Return the edit that takes this one back, upon the rows as they are before it. */
export function inverseOf(edit: Edit, rows: ReadonlyMap<Id, Row>): Edit {
  const { op, kind, entity, set = {} } = edit;
  if (op !== "update") return { op: OPPOSITE[op], kind, entity };
  const row = rows.get(entity);
  const before = Object.keys(set).map((name) => [name, row ? fieldOf(row, name) : null]);
  return { op, kind, entity, set: Object.fromEntries(before) };
}

/** What was done lately, the last first to be taken back. */
export class History {
  #steps: Step[] = [];

  /** Remember a step. */
  push(step: Step): void {
    this.#steps = [...this.#steps, step].slice(-MOST_STEPS);
  }

  /** Return the last step, once. */
  pop(): Step | undefined {
    return this.#steps.pop();
  }

  /** Return that step if it has not been taken back yet, once. */
  take(step: Step): Step | undefined {
    const taken = this.#steps.includes(step) ? step : undefined;
    this.#steps = this.#steps.filter((other) => other !== step);
    return taken;
  }
}
