import type { Due } from "../tasks/quick-add/parsed";

export type Id = string;

/** A row as the server sends it. A stamp is `[milliseconds, counter, client, n]`, and says who wrote the field last. */
export interface WireRow {
  readonly kind: Row["kind"];
  readonly id: Id;
  readonly sequence: number;
  readonly life: number;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly stamps: Readonly<Record<string, readonly [number, number, string, number]>>;
}

interface Kept {
  readonly id: Id;
  /** Odd while it is alive. */
  readonly life: number;
  readonly version: number;
  /** Which version of each field this device has seen, as `client:n`. */
  readonly seen: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly updated_at: string;
  readonly deleted_at?: string;
  readonly deleted_with?: Id;
}

export type Reminder = { readonly id: Id; readonly before: string } | { readonly id: Id; readonly at: string };

export type PriorityLevel = 1 | 2 | 3 | 4;

export interface Task extends Kept {
  readonly kind: "task";
  readonly title: string;
  readonly notes?: string;
  readonly project?: Id;
  readonly parent?: Id;
  readonly priority?: PriorityLevel;
  readonly due?: Due;
  readonly rank?: string;
  readonly completed_at?: string;
  readonly tags: readonly Id[];
  readonly reminders: readonly Reminder[];
}

export type ProjectColor = "brick" | "amber" | "olive" | "fern" | "teal" | "sky" | "iris" | "plum";

export interface Project extends Kept {
  readonly kind: "project";
  readonly name: string;
  readonly color?: ProjectColor;
  readonly rank?: string;
}

export interface Tag extends Kept {
  readonly kind: "tag";
  readonly name: string;
  readonly rank?: string;
}

export interface Notice extends Kept {
  readonly kind: "notice";
  readonly task: Id;
  readonly reminder: Id;
  readonly title: string;
  readonly due_at: string;
  readonly late_seconds: number;
  readonly read_at?: string;
}

interface Side {
  readonly value: unknown;
  readonly by: string | null;
  readonly at: string | null;
}

export interface Conflict extends Kept {
  readonly kind: "conflict";
  readonly about:
    | "concurrent"
    | "edit_on_deleted"
    | "deleted_over_edit"
    | "target_gone"
    | "cycle"
    | "orphaned"
    | "refused";
  readonly entity_kind: "task" | "project" | "tag" | "notice";
  readonly entity: Id;
  readonly field: string;
  readonly loser: Side;
  readonly winner?: Side;
  readonly state: "open" | "restored" | "dismissed";
}

export type Row = Task | Project | Tag | Notice | Conflict;

const NONE: readonly never[] = [];

/** Tell whether the row is not in the Trash. */
export function isAlive(row: Row): boolean {
  return row.life % 2 === 1;
}

/** Return the server's row as this device keeps it: what is shown, and which versions were seen. */
export function rowOf(wire: WireRow): Row {
  const { kind, id, life, version, values, stamps } = wire;
  const seen = Object.fromEntries(
    Object.entries(stamps).map(([field, [, , client, n]]) => [field, shared(`${client}:${n}`)]),
  );
  return withValues(bareRow({ kind, id, life, version, seen }), values);
}

/** Return a row of which nothing but its name is known. */
export function bareRow(known: { kind: Row["kind"]; id: Id; life: number; version: number; seen: Kept["seen"] }): Row {
  return { ...known, ...(known.kind === "task" && { tags: NONE, reminders: NONE }) } as unknown as Row;
}

/** Return the row with these fields set; null clears a field, `tag:<id>` and `reminder:<id>` are members of lists. */
export function withValues(row: Row, values: Readonly<Record<string, unknown>>): Row {
  const next: Record<string, unknown> = { ...row };
  for (const [name, value] of Object.entries(values)) {
    const [prefix, id] = name.split(":");
    if (id === undefined) put(next, name, value);
    else if (prefix === "tag") next.tags = withTag(next.tags as Task["tags"], id, value);
    else if (prefix === "reminder") next.reminders = withReminder(next.reminders as Task["reminders"], id, value);
  }
  return next as unknown as Row;
}

/** Return the field's value as mutations carry it, null where there is none. */
export function fieldOf(row: Row, name: string): unknown {
  const [prefix, id] = name.split(":");
  if (id === undefined) return (row as unknown as Record<string, unknown>)[name] ?? null;
  if (row.kind !== "task") return null;
  if (prefix === "tag") return row.tags.includes(id) ? true : null;
  const reminder = row.reminders.find((other) => other.id === id);
  return reminder ? withoutId(reminder) : null;
}

function put(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value === null) delete fields[name];
  else fields[name] = value;
}

function withTag(tags: Task["tags"], id: Id, value: unknown): Task["tags"] {
  const others = tags.filter((tag) => tag !== id);
  return value === null ? others : [...others, id];
}

function withReminder(reminders: Task["reminders"], id: Id, value: unknown): Task["reminders"] {
  const others = reminders.filter((reminder) => reminder.id !== id);
  return value === null ? others : [...others, { ...(value as { before: string }), id }];
}

function withoutId({ id: _, ...rest }: Reminder): unknown {
  return rest;
}

// Most fields of a row were written by one mutation: its name is kept once, which halves what 60,000 rows take.
let latest = "";

function shared(identity: string): string {
  if (identity !== latest) latest = identity;
  return latest;
}
