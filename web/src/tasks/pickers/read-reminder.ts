import { isoDate } from "../../dates/calendar";
import { whenOf } from "../../dates/when";
import { timeWords } from "../../dates/words";
import { parse, type Typing } from "../quick-add";
import type { Due, Reminder } from "../quick-add/parsed";

const LENGTH = /^(\d{1,4}) *(m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?: +(?:before|earlier))?$/i;

/** Return the reminder that the words say for a task that is due then: a length before it, or a time. */
export function readReminder(text: string, due: Due | undefined, typing: Typing): Reminder | undefined {
  const words = text.trim().replace(/^!\s*/, "").replace(LENGTH, shortLength);
  if (words === "") return undefined;
  const own = due === undefined ? "" : `${dueWords(due, typing.zone)} `;
  for (const lead of [`${own}!`, "!", `${own}!on `, "!on "]) {
    const [parsed] = [parse(lead + words, typing)].flat();
    const [reminder] = parsed?.reminders ?? [];
    if (reminder) return reminder;
  }
  return undefined;
}

/** Return `15m` for `15 minutes before`, as quick add has it. */
function shortLength(_: string, count: string, unit: string): string {
  return count + unit.charAt(0).toLowerCase();
}

function dueWords(due: Due, zone: string): string {
  const { day, minute } = whenOf(due, zone);
  return minute === undefined ? isoDate(day) : `${isoDate(day)} ${timeWords(minute)}`;
}
