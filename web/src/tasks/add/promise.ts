import { reminderInstant } from "../../dates/reminder-time";
import type { Now } from "../../dates/when";
import { whenOf, whenOfInstant } from "../../dates/when";
import { dayWords, shortDate, timeWords } from "../../dates/words";
import type { Due, Reminder } from "../quick-add/parsed";

/** The hours of one day at which a task reminds; the day is said unless it is the only one and that on which the task is due. */
export interface RemindedDay {
  readonly day: string | undefined;
  readonly hours: readonly string[];
}

type Moment = ReturnType<typeof whenOfInstant>;

/** Return when a task will remind, each moment once, without those that are past. */
export function reminding(due: Due | undefined, reminders: readonly Reminder[], now: Now): RemindedDay[] {
  const dueDay = due && whenOf(due, now.zone).day;
  const days = new Map<number, Set<string>>();
  for (const { day, minute } of momentsOf(due, reminders, now)) {
    days.set(day, (days.get(day) ?? new Set()).add(timeWords(minute)));
  }
  // The day on which it is due goes without saying, unless another one is said.
  const isUnsaid = (day: number) => day === dueDay && days.size === 1;
  return [...days].map(([day, hours]) => ({ day: isUnsaid(day) ? undefined : said(day, now), hours: [...hours] }));
}

function momentsOf(due: Due | undefined, reminders: readonly Reminder[], now: Now): Moment[] {
  return reminders
    .map((reminder) => reminderInstant(reminder, due, now.zone))
    .filter((instant) => instant !== undefined)
    .sort((one, other) => one - other)
    .map((instant) => whenOfInstant(new Date(instant * 60_000).toISOString(), now.zone))
    .filter((when) => isAhead(when, now));
}

function said(day: number, { day: today }: Now): string {
  return day - today > 1 ? `on ${shortDate(day, today)}` : dayWords(day, today).toLowerCase();
}

function isAhead({ day, minute }: Moment, now: Now): boolean {
  return day > now.day || (day === now.day && minute >= now.minute);
}
