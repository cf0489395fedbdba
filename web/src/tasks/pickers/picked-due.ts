import { type Day, MINUTES_A_DAY } from "../../dates/calendar";
import { dueAt, movedTo, whenOf } from "../../dates/when";
import { instantOf, isZone, wallAt } from "../../dates/zones";
import type { Due } from "../quick-add/parsed";

/** What is picked for a due date: a day, at the time that the task has; a day and a minute of it or none; words; nothing. */
export type PickedDue =
  | { readonly day: Day }
  | { readonly day: Day; readonly minute: number | undefined }
  | { readonly due: Due }
  | "none";

/** Return the due date that a task then has; `zone` is the person's. */
export function dueOf(picked: PickedDue, before: Due | undefined, zone: string): Due | undefined {
  if (picked === "none") return undefined;
  if ("due" in picked) return "date" in picked.due ? movedTo(whenOf(picked.due, zone).day, before, zone) : picked.due;
  if (!("minute" in picked)) return movedTo(picked.day, before, zone);
  if (picked.minute === undefined) return dueAt(picked.day, undefined);
  return inZoneOf(before, picked.day * MINUTES_A_DAY + picked.minute, zone);
}

/** Return the time on the clocks that the task goes by. */
function inZoneOf(before: Due | undefined, wall: number, zone: string): Due {
  const own = before && "zone" in before && isZone(before.zone) ? before.zone : undefined;
  const its = own === undefined || own === zone ? wall : wallAt(instantOf(wall, zone), own);
  const day = Math.floor(its / MINUTES_A_DAY);
  return dueAt(day, its - day * MINUTES_A_DAY, own);
}
