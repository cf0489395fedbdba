import { Offline, Problem } from "../http";

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 30_000;
const STARTS_AFRESH = new Set(["other_epoch", "client_forked", "out_of_order"]);
const MOST_FRESH_STARTS = 3;

/** What went wrong since the server was last reached, and what that means for the next try. */
export class Failures {
  #count = 0;
  #freshStarts = 0;

  /** All went well. */
  over(): void {
    this.#count = 0;
    this.#freshStarts = 0;
  }

  /** Note another; returns how long to wait before the next try: longer each time, and not all at once. */
  pauseAfter(error: unknown): number {
    this.#count += 1;
    if (error instanceof Problem && error.status === 401) return LONGEST_PAUSE_MILLISECONDS;
    if (error instanceof Problem && error.retryAfterSeconds) return error.retryAfterSeconds * 1000;
    if (!(error instanceof Problem || error instanceof Offline)) console.error("sync failed", error);
    const pause = Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** this.#count);
    return pause * (0.5 + Math.random() / 2);
  }

  /** Tell whether the server knows this device no more, so that it takes a new name and sends what waits again. */
  startAfresh(problem: Problem): boolean {
    // Not by the count of failures: a server that comes back with an older backup was away before.
    if (!STARTS_AFRESH.has(problem.code) || this.#freshStarts >= MOST_FRESH_STARTS) return false;
    this.#freshStarts += 1;
    return true;
  }
}

/** Tell whether it is what was pushed that the server does not take: all of it is too large, or one does not fit. */
export function isOfThePush(problem: Problem): boolean {
  return problem.status === 413 || (problem.status === 422 && /^mutations\b/u.test(problem.field ?? ""));
}
