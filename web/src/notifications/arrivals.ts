import type { Notice } from "../changes/rows";
import { isAlive } from "../changes/rows";
import type { RowChange } from "../changes/store";
import { isUnread } from "./notice-groups";

const FRESH_MILLISECONDS = 10 * 60_000;

/** Return the unread notices that came just now: what was read from disk, and what is old, nobody has to be told again.
 *
 * One that came late is told however old its moment is, as long as it was written just now. */
export function arrivals(changes: readonly RowChange[], now: number): Notice[] {
  return changes.flatMap(({ before, after }) => {
    const isNew = before === undefined && after?.kind === "notice" && isAlive(after) && isUnread(after);
    return isNew && isFresh(after, now) ? [after] : [];
  });
}

function isFresh(notice: Notice, now: number): boolean {
  const moment = notice.late_seconds > 0 ? writtenAt(notice) : Date.parse(notice.due_at);
  return now - moment < FRESH_MILLISECONDS;
}

function writtenAt({ due_at, late_seconds }: Notice): number {
  return Date.parse(due_at) + late_seconds * 1000;
}
