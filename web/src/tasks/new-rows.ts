import type { Edit } from "../changes/mutation";
import { rankBetween } from "../changes/rank";
import type { Id, Project, ProjectColor } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { cleanLine, cleanText } from "../clean-text";
import { newId } from "../ids";
import type { Space } from "../sync/space";
import { compared } from "./compared";
import { MOST } from "./limits";
import type { Due, Parsed } from "./quick-add/parsed";
import { remindersOfNew } from "./reminders";
import { byRank } from "./rules";
import { nameOf } from "./step-words";

/** Where a new task belongs, where the text does not say. */
export interface Place {
  readonly project?: Id | undefined;
  readonly parent?: Id | undefined;
  readonly due?: Due | undefined;
  readonly tag?: Id | undefined;
}

export interface NewTask {
  readonly parsed: Omit<Parsed, "tokens">;
  readonly place: Place;
  readonly at: number;
}

/** Add to the edits what makes the task, and the project and tags that it names and that do not exist; return its id. */
export function newTask(space: Space, edits: Edit[], { parsed, place, at }: NewTask): Id {
  const entity = newId(at);
  const project = parsed.project === undefined ? place.project : named(space, edits, "project", parsed.project);
  // A project that was typed is where it goes, even while subtasks are added.
  const parent = parsed.project === undefined ? place.parent : undefined;
  const tags = new Set(place.tag === undefined ? [] : [place.tag]);
  for (const tag of parsed.tags ?? []) if (tags.size < MOST.tags) tags.add(named(space, edits, "tag", tag));
  const due = parsed.due ?? place.due;
  const reminders = remindersOfNew(due, parsed.reminders).slice(0, MOST.reminders);
  const values = {
    title: cleanLine(parsed.title),
    notes: parsed.notes === undefined ? undefined : cleanText(parsed.notes),
    project: parent === undefined ? project : undefined,
    parent,
    priority: parsed.priority,
    due,
    rank: rankBetween("", "", at),
    ...Object.fromEntries([...tags].map((tag) => [`tag:${tag}`, true])),
    ...Object.fromEntries(reminders.map((reminder) => [`reminder:${newId()}`, reminder])),
  };
  edits.push({ op: "create", kind: "task", entity, set: withoutGaps(values) });
  return entity;
}

/** Return the project or tag of that name; one that does not exist is added to the edits. */
export function named(space: Space, edits: Edit[], kind: "project" | "tag", typed: string): Id {
  const name = cleanLine(typed);
  const wanted = compared(name);
  for (const row of space.store.rows.values()) {
    if (row.kind === kind && isAlive(row) && compared(nameOf(row)) === wanted) return row.id;
  }
  const made = edits.find((made) => made.kind === kind && compared(String(made.set?.name)) === wanted);
  if (made) return made.entity;
  if (kind === "project") return newProject(space, edits, name);
  const entity = newId();
  edits.push({ op: "create", kind, entity, set: { name } });
  return entity;
}

/** Add to the edits what makes the project, at the end of the list; return its id. */
export function newProject(space: Space, edits: Edit[], name: string, color?: ProjectColor): Id {
  const projects = [...space.store.rows.values()].filter(
    (row): row is Project => row.kind === "project" && isAlive(row),
  );
  const last = projects.sort(byRank).at(-1);
  const entity = newId();
  const set = {
    name: cleanLine(name),
    color: color ?? COLORS[projects.length % COLORS.length],
    rank: rankBetween(last?.rank ?? "", ""),
  };
  edits.push({ op: "create", kind: "project", entity, set });
  return entity;
}

const COLORS: readonly ProjectColor[] = ["brick", "amber", "olive", "fern", "teal", "sky", "iris", "plum"];

function withoutGaps(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
