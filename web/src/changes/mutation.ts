import { newId } from "../ids";
import { clock } from "./clock";
import type { Id, Row } from "./rows";

export type Op = "create" | "update" | "delete" | "restore" | "complete" | "reopen";

/** What is to be changed of a row, in the words of the person who does it. */
export interface Edit {
  readonly op: Op;
  readonly kind: Row["kind"];
  readonly entity: Id;
  readonly set?: Readonly<Record<string, unknown>>;
  /** The row as its author saw it, where that is not as it is shown now: what was written in a box that was open. */
  readonly upon?: Row;
}

/** An edit with what its author had seen, and when it was made. */
export interface Mutation {
  readonly id: string;
  readonly op: Op;
  readonly kind: Row["kind"];
  readonly entity: Id;
  readonly clock: readonly [milliseconds: number, counter: number];
  readonly life: number | null;
  readonly base: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, unknown>>;
}

/** A mutation that is stored on this device; `n` counts them without gaps. */
export interface Numbered extends Mutation {
  readonly n: number;
}

/** Return the edit as a mutation upon the row as it is shown, or as its author saw it. */
export function mutationOf(edit: Edit, row: Row | undefined): Mutation {
  const { op, kind, entity, set = {}, upon = row } = edit;
  const base = Object.fromEntries(
    judged(edit, row).flatMap((field) => {
      const version = upon?.seen[field];
      return version === undefined ? [] : [[field, version]];
    }),
  );
  return { id: newId(), op, kind, entity, clock: clock(), life: upon?.life ?? null, base, set };
}

/** Return the fields upon which the edit is made: what changed of them unseen becomes a conflict. */
function judged({ op, set = {} }: Edit, row: Row | undefined): string[] {
  if (op === "delete") return Object.keys(row?.seen ?? {});
  if (op === "complete" || op === "reopen") return ["completed_at"];
  return Object.keys(set);
}
