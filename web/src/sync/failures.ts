import { Offline, Problem } from "../http";

const LONGEST_PAUSE_MILLISECONDS = 30_000;
const STARTS_AFRESH = new Set(["other_epoch", "client_forked", "out_of_order"]);

/** Return how long to wait before the next try, after so many that failed: longer each time, and not all at once. */
export function pauseAfter(error: unknown, failures: number): number {
  if (error instanceof Problem && error.status === 401) return LONGEST_PAUSE_MILLISECONDS;
  if (error instanceof Problem && error.retryAfterSeconds) return error.retryAfterSeconds * 1000;
  if (!(error instanceof Problem || error instanceof Offline)) console.error("sync failed", error);
  return Math.min(LONGEST_PAUSE_MILLISECONDS, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
}

/** Tell whether it is what was pushed that the server does not take: all of it is too large, or one does not fit. */
export function isOfThePush(problem: Problem): boolean {
  return problem.status === 413 || (problem.status === 422 && /^mutations\b/u.test(problem.field ?? ""));
}

/** Tell whether the server knows this device no more, so that it takes a new name and sends what waits again. */
export function startsAfresh(problem: Problem): boolean {
  return STARTS_AFRESH.has(problem.code);
}
