import { MINUTES_A_DAY } from "../dates/calendar";
import { isZone, wallAt } from "../dates/zones";
import type { Moment } from "./quick-add/day-phrase";
import { readDue } from "./quick-add/dues";
import { lineOf } from "./quick-add/line";
import { linesOf } from "./quick-add/lines";
import { hideLiterals } from "./quick-add/literals";
import { readNotes } from "./quick-add/notes";
import type { Parsed, Span, Token } from "./quick-add/parsed";
import { readReminders, settleReminders } from "./quick-add/reminders";
import { readSigns } from "./quick-add/signs";
import { titleOf } from "./quick-add/title";

/** Where and when the text is typed, and what of it the person took back. */
export interface Typing {
  /** Milliseconds since 1970; the seconds are dropped. */
  readonly now: number;
  /** The person's IANA zone; one that this machine does not know counts as UTC. */
  readonly zone: string;
  readonly locale: string;
  readonly suppressed?: readonly Span[];
}

/** Return the task that the line says, or of a text with line breaks the list of its tasks. */
export function parse(text: string, typing: Typing): Parsed | Parsed[] {
  const moment = momentOf(typing);
  const suppressed = typing.suppressed ?? [];
  const lines = linesOf(text);
  if (!lines) return parseLine(text, moment, suppressed);
  return lines.map(({ text: line, start }) => parseListed(line, start, moment, suppressed));
}

function momentOf({ now, zone: typedZone, locale }: Typing): Moment {
  const zone = isZone(typedZone) ? typedZone : "UTC";
  const minute = Math.floor(now / 60_000);
  const wall = wallAt(minute, zone);
  return { now: minute, zone, wall, today: Math.floor(wall / MINUTES_A_DAY), monthFirst: /^en-us\b/i.test(locale) };
}

function parseListed(text: string, start: number, moment: Moment, suppressed: readonly Span[]): Parsed {
  const parsed = parseLine(
    text,
    moment,
    suppressed.map(([from, to]) => [from - start, to - start]),
  );
  if (parsed.title === "") return { title: titleOf(lineOf(text), [], []), tokens: [] };
  return { ...parsed, tokens: parsed.tokens.map(([from, to, kind]) => [from + start, to + start, kind]) };
}

function parseLine(text: string, moment: Moment, suppressed: readonly Span[]): Parsed {
  const literals = hideLiterals(lineOf(text), suppressed);
  const { line: beforeNotes, tokens: notesToken, ...notes } = readNotes(literals.line);
  const { line: withoutSigns, tokens: signTokens, ...signs } = readSigns(beforeNotes, literals.quotedNames);
  const { line: rest, typed } = readReminders(withoutSigns, moment);
  const { tokens: dateTokens, ...due } = readDue(rest, moment);
  const reminders = settleReminders(typed, due.due, moment);
  const tokens = inOrder([...notesToken, ...signTokens, ...typed.map(({ token }) => token), ...dateTokens]);
  return {
    title: titleOf(
      rest,
      tokens.map(([start, end]) => [start, end]),
      literals.escapes,
    ),
    ...notes,
    ...signs,
    ...due,
    ...(reminders.length > 0 && { reminders }),
    tokens,
  };
}

function inOrder(tokens: readonly Token[]): Token[] {
  return tokens.toSorted(([one], [other]) => one - other);
}
