let last: readonly [milliseconds: number, counter: number] = [0, 0];

/** Return the time of an edit: the device's clock, and a counter where that stands still or goes back. */
export function clock(now = Date.now()): readonly [milliseconds: number, counter: number] {
  last = now > last[0] ? [now, 0] : [last[0], last[1] + 1];
  return last;
}
