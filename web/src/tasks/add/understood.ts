import { reminderInstant } from "../../dates/reminder-time";
import type { Now } from "../../dates/when";
import { whenOf, whenOfInstant } from "../../dates/when";
import { beforeWords, shortDate, timeWords } from "../../dates/words";
import type { IconName } from "../../ui/icon-shapes";
import type { Due, Parsed, Reminder, Span, TokenKind } from "../quick-add/parsed";

/** One thing that was understood, and the words that say it. */
export interface Understood {
  readonly kind: TokenKind;
  readonly icon: IconName;
  readonly words: string;
  /** It will be made together with the task. */
  readonly isNew: boolean;
  readonly spans: readonly Span[];
}

/** Tells whether a project or a tag of that name is there. */
export type IsKnown = (kind: "project" | "tag", name: string) => boolean;

/** Return what was understood of a line, in the order in which it is shown. */
export function understood(text: string, parsed: Parsed, now: Now, isKnown: IsKnown): Understood[] {
  const spans = (kind: TokenKind) => spansOf(parsed, kind);
  const { due, reminders = [], project, tags = [], priority, notes } = parsed;
  const reminded = inGroups(text, spans("reminder"));
  const tagged = inGroups(text, spans("tag"));
  const one = (kind: TokenKind, icon: IconName, words: string, isNew = false): Understood => ({
    kind,
    icon,
    words,
    isNew,
    spans: spans(kind),
  });
  return [
    ...(due ? [one("date", "calendar", dueWords(due, now))] : []),
    ...reminders.map((reminder, index) => ({
      ...one("reminder", "bell", reminderWords(reminder, due, now)),
      spans: reminded[index] ?? [],
    })),
    ...(project === undefined ? [] : [one("project", "folder", project, !isKnown("project", project))]),
    ...tags.map((tag, index) => ({ ...one("tag", "tag", tag, !isKnown("tag", tag)), spans: tagged[index] ?? [] })),
    ...(priority ? [one("priority", `flag-${priority}`, `P${priority}`)] : []),
    ...(notes === undefined ? [] : [one("notes", "note", "Notes")]),
  ];
}

/** Return `Wed 25 Nov, 09:00`, on the person's clock. */
export function dueWords(due: Due, now: Now): string {
  const { day, minute } = whenOf(due, now.zone);
  const date = shortDate(day, now.day);
  return minute === undefined ? date : `${date}, ${timeWords(minute)}`;
}

function reminderWords(reminder: Reminder, due: Due | undefined, now: Now): string {
  if ("before" in reminder) return beforeWords(reminder.before);
  const instant = reminderInstant(reminder, due, now.zone) ?? 0;
  const { day, minute } = whenOfInstant(new Date(instant * 60_000).toISOString(), now.zone);
  return `${shortDate(day, now.day)}, ${timeWords(minute)}`;
}

function spansOf({ tokens }: Parsed, kind: TokenKind): Span[] {
  return tokens.filter((token) => token[2] === kind).map(([start, end]) => [start, end]);
}

/** What was typed twice is one thing: return the stretches by what they say, in the order of the first. */
function inGroups(text: string, spans: readonly Span[]): Span[][] {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const words = text.slice(...span).toLowerCase();
    groups.set(words, [...(groups.get(words) ?? []), span]);
  }
  return [...groups.values()];
}
