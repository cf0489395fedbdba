import type { Numbered } from "../changes/mutation";
import type { WireRow } from "../changes/rows";
import { post } from "../http";

/** What a device sends; `space`, `epoch` and `cursor` are null on its first call. */
export interface Push {
  readonly space: string | null;
  readonly epoch: string | null;
  readonly client: string;
  readonly cursor: string | null;
  readonly mutations: readonly Numbered[];
}

export interface Result {
  readonly n: number;
  readonly status: "ok" | "merged" | "already" | "deleted" | "gone" | "refused";
  readonly reason: string | null;
}

/** What the server answers; `acknowledged` is null but on the last page. */
export interface Answer {
  readonly space: string;
  readonly epoch: string;
  readonly results: readonly Result[];
  readonly rows: readonly WireRow[];
  readonly cursor: string | null;
  readonly more: boolean;
  readonly acknowledged: number | null;
}

/** All rows of a space from one place in its sequence to another; null where they are too many to send. */
export interface Delta {
  readonly space: string;
  readonly epoch: string;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly WireRow[] | null;
  readonly cursor: string;
  readonly acknowledged: Readonly<Record<string, number>>;
}

/** Where a space stands. */
export interface Head {
  readonly space: string;
  readonly epoch: string;
  readonly head: number;
}

/** Push and pull in one call. */
export function exchange(push: Push): Promise<Answer> {
  return post<Answer>("/api/sync", { ...push, client_now: Date.now(), schema: 1 });
}

const LARGEST_PUSH_BYTES = 150_000;

/** Return as many of the first as fit in one call, of which the server takes 256 KiB; one always does. */
export function fitting(mutations: readonly Numbered[]): readonly Numbered[] {
  let room = LARGEST_PUSH_BYTES;
  return mutations.filter((mutation, index) => {
    room -= new TextEncoder().encode(JSON.stringify(mutation)).length;
    return room > 0 || index === 0;
  });
}

/** Return where in the space's sequence the cursor stands. */
export function sequenceOf(cursor: string | null): number {
  return Number(cursor?.split(".")[0] ?? 0);
}
