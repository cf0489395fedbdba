import type { Conflict, Id, Row } from "../changes/rows";
import type { Now, When } from "../dates/when";
import { whenOf, whenOfInstant } from "../dates/when";
import { beforeWords, whenWords } from "../dates/words";
import type { Due } from "../tasks/quick-add/parsed";

type Rows = ReadonlyMap<Id, Row>;

const FIELDS: Readonly<Record<string, string>> = {
  title: "Title",
  notes: "Notes",
  due: "Due",
  priority: "Priority",
  project: "Project",
  parent: "Subtask of",
  name: "Name",
  color: "Colour",
  completed_at: "Done",
};

const ABOUT: Readonly<Record<Conflict["about"], string>> = {
  concurrent: "",
  edit_on_deleted: "edited after it was deleted elsewhere",
  deleted_over_edit: "deleted by a device that had not seen this edit",
  target_gone: "edited after it was gone for good",
  cycle: "it would have hung on itself",
  orphaned: "what it belongs to is in the Trash",
  refused: "it was refused: this, or what came with it, does not fit",
};

/** Return what the field is called. */
export function fieldWords(field: string, rows: Rows): string {
  const [prefix, id] = field.split(":");
  if (prefix === "reminder") return "Reminder";
  if (prefix === "tag") return `Tag ${nameOf(rows.get(id ?? "")) ?? ""}`.trimEnd();
  return FIELDS[field] ?? field;
}

/** Return why there is a choice to make; nothing where two devices simply did not know of each other. */
export function aboutWords(about: Conflict["about"]): string {
  return ABOUT[about];
}

/** Return the value in words. */
export function valueWords(field: string, value: unknown, { rows, now }: { rows: Rows; now: Now }): string {
  const [prefix] = field.split(":");
  if (isAsWritten(field, value)) return String(value);
  if (prefix === "tag") return value === true ? "Tagged" : "Not tagged";
  if (field === "completed_at") return value === null ? "Not done" : "Done";
  if (value === null || value === undefined) return "Nothing";
  if (typeof value !== "object") return simpleWords(field, value, rows);
  // What was refused need not be what its field holds.
  const written = writtenIn(value);
  if (written === undefined) return JSON.stringify(value);
  if (field === "due") return whenOrText(whenOf(value as Due, now.zone), written, now);
  if (prefix === "reminder") return reminderWords(value as { before?: string; at?: string }, now);
  return JSON.stringify(value);
}

function simpleWords(field: string, value: unknown, rows: Rows): string {
  if (field === "priority" && typeof value === "number") return `P${value}`;
  const isReference = field === "project" || field === "parent";
  return isReference ? (nameOf(rows.get(String(value))) ?? "Something that is gone") : String(value);
}

/** Return the text of a due date or a reminder, undefined if it is neither. */
function writtenIn(value: object): string | undefined {
  const { date, at, before } = value as Readonly<Record<string, unknown>>;
  return [date, at, before].find((text) => typeof text === "string");
}

function whenOrText(when: When, written: string, now: Now): string {
  return Number.isNaN(when.day) ? written : whenWords(when, now.day);
}

/** Return the name of a row. */
export function nameOf(row: Row | undefined): string | undefined {
  if (row?.kind === "task") return row.title;
  return row?.kind === "project" || row?.kind === "tag" ? row.name : undefined;
}

/** Return both texts in pieces, those that only one of them has marked: what lies between a common start and end. */
export function differing(one: string, other: string): [Piece[], Piece[]] {
  const [words, others] = [one.split(/(?<=\s)/u), other.split(/(?<=\s)/u)];
  const shorter = Math.min(words.length, others.length);
  let start = 0;
  while (start < shorter && words[start] === others[start]) start += 1;
  let end = 0;
  while (end < shorter - start && words.at(-1 - end) === others.at(-1 - end)) end += 1;
  return [pieces(words, start, end), pieces(others, start, end)];
}

/** A part of a text, and whether the other text lacks it. */
export interface Piece {
  readonly text: string;
  readonly isOwn: boolean;
}

function pieces(words: readonly string[], start: number, end: number): Piece[] {
  const last = words.length - end;
  return [
    { text: words.slice(0, start).join(""), isOwn: false },
    { text: words.slice(start, last).join(""), isOwn: true },
    { text: words.slice(last).join(""), isOwn: false },
  ].filter(({ text }) => text !== "");
}

/** Tell whether a value is text where none can be: it was refused, and is kept as it was written. */
export function isAsWritten(field: string, value: unknown): boolean {
  const [prefix = ""] = field.split(":");
  return typeof value === "string" && ["tag", "due", "reminder"].includes(prefix);
}

function reminderWords(reminder: { before?: string; at?: string }, now: Now): string {
  if (reminder.before !== undefined) return beforeWords(reminder.before);
  const at = reminder.at ?? "";
  return whenOrText(at.length === 16 ? whenOf({ at }, now.zone) : whenOfInstant(at, now.zone), at, now);
}
