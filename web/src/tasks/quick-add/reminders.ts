import { isoWall, MINUTES_A_DAY } from "../../dates/calendar";
import { instantOf, wallAt } from "../../dates/zones";
import { readDate } from "./choices";
import type { Moment } from "./day-phrase";
import { type Length, readLength, wallAfter } from "./lengths";
import { type Line, masked, TOKEN, wordStarts } from "./line";
import type { Due, Reminder, Token } from "./parsed";
import type { When } from "./phrases";
import { wallOf } from "./when";

/** A reminder as typed; what it means hangs on when the task is due. */
interface TypedReminder {
  readonly token: Token;
  readonly said: { readonly length: Length } | { readonly when: When };
}

/** The reminders of a line, and the line without them. */
export interface RemindersRead {
  readonly line: Line;
  readonly typed: readonly TypedReminder[];
}

const NINE = 9 * 60;

/** Read what stands behind a `!`: a length, or a day or a time. */
export function readReminders(line: Line, moment: Moment): RemindersRead {
  const typed: TypedReminder[] = [];
  let rest = line;
  // From the last to the first: a reminder ends the clause of the one before.
  for (const start of wordStarts(line.read).reverse()) {
    const reminder = line.read[start] === "!" ? readReminder(rest, start, moment) : null;
    if (!reminder) continue;
    typed.unshift(reminder);
    rest = masked(rest, [start, reminder.token[1]], TOKEN);
  }
  return { line: rest, typed };
}

/** Return the reminders, each once, now that it is known when the task is due. */
export function settleReminders(typed: readonly TypedReminder[], due: Due | undefined, moment: Moment): Reminder[] {
  const reminders = typed.map(({ said }) =>
    "length" in said ? afterLength(said.length, due, moment) : atTime(said.when, due, moment),
  );
  return [...new Map(reminders.map((reminder) => [Object.values(reminder).join(), reminder])).values()];
}

function readReminder(line: Line, start: number, moment: Moment): TypedReminder | null {
  const length = readLength(line, start + 1);
  if (length) return { token: [start, length.end, "reminder"], said: length };
  const phrase = readDate({ line, moment }, start + 1);
  return phrase && { token: [start, phrase.end, "reminder"], said: { when: phrase.when } };
}

function afterLength(length: Length, due: Due | undefined, moment: Moment): Reminder {
  return due ? { before: length.iso } : { at: isoWall(wallAfter(length, moment)) };
}

function atTime(when: When, due: Due | undefined, moment: Moment): Reminder {
  const wall = wallOf(onDueDay({ ...when, minutes: when.minutes ?? NINE }, due, moment), moment);
  return { at: when.zone === null ? isoWall(wall) : `${isoWall(instantOf(wall, when.zone))}:00Z` };
}

function onDueDay(when: When, due: Due | undefined, moment: Moment): When {
  if (when.day !== null || !due) return when;
  const onDay = { ...when, day: dayOfDue(due) };
  return wallOf(onDay, moment) > wallAt(moment.now, when.zone ?? moment.zone) ? onDay : when;
}

function dayOfDue(due: Due): number {
  const date = "date" in due ? due.date : due.at.slice(0, "YYYY-MM-DD".length);
  return Date.parse(`${date}T00:00Z`) / 60_000 / MINUTES_A_DAY;
}
