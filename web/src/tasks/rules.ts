import type { ListRule } from "../changes/live-list";
import { compareRanks } from "../changes/rank";
import type { Conflict, Id, Notice, Project, Row, Tag, Task } from "../changes/rows";
import { isAlive } from "../changes/rows";
import type { Day } from "../dates/calendar";
import type { Now } from "../dates/when";
import { compareWhen, isPast, startOf, whenOf } from "../dates/when";
import type { Due } from "./quick-add/parsed";

/** A list by its name: two of one name are the same. */
export interface Query<R extends Row> extends ListRule<R> {
  readonly key: string;
}

type DatedTask = Task & { readonly due: Due };

/** Tell whether the row is a task that is still to be done. */
export function isOpenTask(row: Row): row is Task {
  return row.kind === "task" && row.completed_at === undefined && isAlive(row);
}

/** Tell whether the row is a task that is done, and not in the Trash. */
export function isDoneTask(row: Row): row is Task {
  return row.kind === "task" && row.completed_at !== undefined && isAlive(row);
}

/** Tell whether the task should have been done by now. */
export function isLate({ due, completed_at }: Task, now: Now): boolean {
  return due !== undefined && completed_at === undefined && isPast(whenOf(due, now.zone), now);
}

/** Return the order that people gave by hand; what was never placed stands last, by age. */
export function byRank(one: { rank?: string; id: Id }, other: { rank?: string; id: Id }): number {
  return compareRanks(one.rank, other.rank) || compareIds(one, other);
}

/** All open tasks, the first made first. */
export const OPEN: Query<Task> = { key: "open", holds: isOpenTask, compare: compareIds };

/** All tasks that are not in the Trash, the first made first. */
export const TASKS: Query<Task> = {
  key: "tasks",
  holds: (row): row is Task => row.kind === "task" && isAlive(row),
  compare: compareIds,
};

/** Open tasks of a project, or without any: the Inbox. */
export function inProject(project: Id | undefined): Query<Task> {
  return {
    key: `project ${project ?? "none"}`,
    holds: (row): row is Task => isOpenTask(row) && row.project === project && row.parent === undefined,
    compare: byRank,
  };
}

/** Done tasks of a project, or without any, the latest first. */
export function doneInProject(project: Id | undefined): Query<Task> {
  return {
    key: `done ${project ?? "none"}`,
    holds: (row): row is Task => isDoneTask(row) && row.project === project && row.parent === undefined,
    compare: byCompletion,
  };
}

/** Tasks that hang on a task, done or not. */
export function below(parent: Id): Query<Task> {
  return {
    key: `below ${parent}`,
    holds: (row): row is Task => row.kind === "task" && isAlive(row) && row.parent === parent,
    compare: byRank,
  };
}

/** Open tasks that are due on that day or were before, by their time. */
export function dueUntil(day: Day, zone: string): Query<DatedTask> {
  return {
    key: `until ${day} ${zone}`,
    holds: (row): row is DatedTask => isDated(row) && whenOf(row.due, zone).day <= day,
    compare: byDue(zone),
  };
}

/** Open tasks that are due on that day or later, by their time. */
export function dueFrom(day: Day, zone: string): Query<DatedTask> {
  return {
    key: `from ${day} ${zone}`,
    holds: (row): row is DatedTask => isDated(row) && whenOf(row.due, zone).day >= day,
    compare: byDue(zone),
  };
}

/** Tasks that were done on that day, the latest first. */
export function doneOn(day: Day, zone: string): Query<Task> {
  // As texts: to ask the calendar when each of 50,000 tasks was done takes a third of a second.
  const [begins, ends] = [startOf(day, zone), startOf(day + 1, zone)];
  const isThen = (at = "") => begins <= at && at < ends;
  return {
    key: `done on ${day} ${zone}`,
    holds: (row): row is Task => isDoneTask(row) && isThen(row.completed_at),
    compare: byCompletion,
  };
}

/** Open tasks that carry all of the tags, or any of them. */
export function tagged(tags: readonly Id[], mode: "all" | "any"): Query<Task> {
  const fits = mode === "all" ? tags.every.bind(tags) : tags.some.bind(tags);
  return {
    key: `tagged ${mode} ${tags.join(" ")}`,
    holds: (row): row is Task => isOpenTask(row) && tags.length > 0 && fits((tag) => row.tags.includes(tag)),
    compare: byRank,
  };
}

/** What lies in the Trash by itself, the latest first. */
export const TRASH: Query<Task | Project | Tag> = {
  key: "trash",
  holds: (row): row is Task | Project | Tag =>
    (row.kind === "task" || row.kind === "project" || row.kind === "tag") &&
    !isAlive(row) &&
    row.deleted_with === undefined,
  compare: (one, other) => compareTexts(other.deleted_at, one.deleted_at) || compareIds(one, other),
};

export const PROJECTS: Query<Project> = {
  key: "projects",
  holds: (row): row is Project => row.kind === "project" && isAlive(row),
  compare: byRank,
};

export const TAGS: Query<Tag> = {
  key: "tags",
  holds: (row): row is Tag => row.kind === "tag" && isAlive(row),
  compare: (one, other) => one.name.localeCompare(other.name) || compareIds(one, other),
};

/** What the person was told of, the latest first. */
export const NOTICES: Query<Notice> = {
  key: "notices",
  holds: (row): row is Notice => row.kind === "notice" && isAlive(row),
  compare: (one, other) => compareTexts(other.created_at, one.created_at) || compareIds(one, other),
};

export const CONFLICTS: Query<Conflict> = {
  key: "conflicts",
  holds: (row): row is Conflict => row.kind === "conflict" && row.state === "open",
  compare: (one, other) => compareTexts(other.created_at, one.created_at) || compareIds(one, other),
};

function isDated(row: Row): row is DatedTask {
  return isOpenTask(row) && row.due !== undefined;
}

function byDue(zone: string): (one: DatedTask, other: DatedTask) => number {
  return (one, other) => compareWhen(whenOf(one.due, zone), whenOf(other.due, zone)) || byRank(one, other);
}

function byCompletion(one: Task, other: Task): number {
  return compareTexts(other.completed_at, one.completed_at) || compareIds(one, other);
}

function compareIds(one: { id: Id }, other: { id: Id }): number {
  return compareTexts(one.id, other.id);
}

function compareTexts(one = "", other = ""): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
