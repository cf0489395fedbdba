import type { Edit } from "../changes/mutation";
import { rankBetween } from "../changes/rank";
import type { Id, PriorityLevel, Project, ProjectColor, Reminder, Row, Tag, Task } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { newId } from "../ids";
import type { Space } from "../sync/space";
import type { Due, Parsed } from "./quick-add/parsed";
import { reminderOfFirstTime, remindersOfNew } from "./reminders";
import { byRank, isOpenTask } from "./rules";

/** Where a new task belongs, where the text does not say. */
export interface Place {
  readonly project?: Id | undefined;
  readonly parent?: Id | undefined;
  readonly due?: Due | undefined;
  readonly tag?: Id | undefined;
}

type NewReminder = { readonly before: string } | { readonly at: string };

const COLORS: readonly ProjectColor[] = ["brick", "amber", "olive", "fern", "teal", "sky", "iris", "plum"];

/** Add the task, and the project and tags that it names and that do not exist; returns its id. */
export function addTask(space: Space, parsed: Omit<Parsed, "tokens">, place: Place = {}): Id {
  const edits: Edit[] = [];
  const entity = newTask(space, edits, { parsed, place, at: Date.now() });
  space.commit(edits, { words: `Added ${quoted(parsed.title)}`, isQuiet: true });
  return entity;
}

/** Add tasks in their order, as one step. */
export function addTasks(space: Space, tasks: readonly Omit<Parsed, "tokens">[], place: Place = {}): void {
  const edits: Edit[] = [];
  // What tells their order apart are their times.
  const begun = Date.now();
  for (const [index, parsed] of tasks.entries()) newTask(space, edits, { parsed, place, at: begun + index });
  space.commit(edits, { words: `Added ${tasks.length} tasks`, isQuiet: true });
}

/** Mark tasks as done, and with each what hangs on it. */
export function completeTasks(space: Space, tasks: readonly Task[]): void {
  const open = tasks.flatMap((task) => [task, ...openBelow(space, task)]).filter(isOpenTask);
  if (open.length > 0) space.commit(open.map(edit("complete")), { words: `Completed ${counted(tasks)}` });
}

/** Mark a task as not done. */
export function reopenTask(space: Space, task: Task): void {
  space.commit([edit("reopen")(task)], { words: `Reopened ${quoted(task.title)}`, isQuiet: true });
}

/** Put rows into the Trash, and with each what hangs on it. */
export function deleteRows(space: Space, rows: readonly (Task | Project | Tag)[]): void {
  if (rows.length > 0) space.commit(rows.map(edit("delete")), { words: `Deleted ${counted(rows)}` });
}

/** Take a row out of the Trash, and with it what went there with it. */
export function restoreRow(space: Space, row: Task | Project | Tag): void {
  space.commit([edit("restore")(row)], { words: `Restored ${quoted(nameOf(row))}` });
}

/** Give each task the due date that it then has; undefined takes it away. */
export function reschedule(space: Space, tasks: readonly Task[], dueOf: (task: Task) => Due | undefined): void {
  const set = (task: Task) => {
    const due = dueOf(task);
    const reminder = reminderOfFirstTime(task, due);
    return { due: due ?? null, ...(reminder && { [`reminder:${newId()}`]: reminder }) };
  };
  change(space, tasks, set, { words: `Rescheduled ${counted(tasks)}` });
}

/** Give tasks a priority; undefined takes it away. */
export function prioritise(space: Space, tasks: readonly Task[], priority: PriorityLevel | undefined): void {
  const words = `${priority ? `P${priority}` : "No priority"} for ${counted(tasks)}`;
  change(space, tasks, () => ({ priority: priority ?? null }), { words });
}

/** Move tasks to a project; undefined is the Inbox. */
export function moveTasks(space: Space, tasks: readonly Task[], project: Project | undefined): void {
  const words = `Moved ${counted(tasks)} to ${project?.name ?? "Inbox"}`;
  change(space, tasks, () => ({ project: project?.id ?? null, parent: null }), { words });
}

/** Make the project with that name, or find it, and move the tasks there. */
export function moveToNamed(space: Space, tasks: readonly Task[], name: string): void {
  const edits: Edit[] = [];
  const project = named(space, edits, "project", name);
  const moving = tasks.map((task) => ({ ...edit("update")(task), set: { project, parent: null } }));
  space.commit([...edits, ...moving], { words: `Moved ${counted(tasks)} to ${name}` });
}

/** Give tasks a tag, or take it from them if all have it. */
export function toggleTag(space: Space, tasks: readonly Task[], tag: Id): void {
  const isOn = tasks.every((task) => task.tags.includes(tag));
  change(space, tasks, () => ({ [`tag:${tag}`]: isOn ? null : true }), {
    words: `${isOn ? "Untagged" : "Tagged"} ${counted(tasks)}`,
    isQuiet: true,
  });
}

/** Make the tag with that name, or find it, and give it to the tasks. */
export function addTag(space: Space, tasks: readonly Task[], name: string): void {
  const edits: Edit[] = [];
  const tag = named(space, edits, "tag", name);
  const tagging = tasks.map((task) => ({ ...edit("update")(task), set: { [`tag:${tag}`]: true } }));
  space.commit([...edits, ...tagging], { words: `Tagged ${counted(tasks)}`, isQuiet: true });
}

/** Have tasks remind of themselves. */
export function addReminder(space: Space, tasks: readonly Task[], reminder: NewReminder): void {
  const missing = tasks.filter((task) => !task.reminders.some((other) => isSame(other, reminder)));
  change(space, missing, () => ({ [`reminder:${newId()}`]: reminder }), {
    words: `Reminder for ${counted(missing)}`,
    isQuiet: true,
  });
}

/** Take a reminder away. */
export function removeReminder(space: Space, task: Task, reminder: Reminder): void {
  change(space, [task], () => ({ [`reminder:${reminder.id}`]: null }), { words: "Removed a reminder" });
}

/** Write a task's own words anew, upon the row as it was when they were begun; an empty title leaves it as it was.
 *
 * What is written on in the same box is one step with what came before it. */
export function rewrite(
  space: Space,
  task: Task,
  words: { readonly title?: string; readonly notes?: string },
  { isOneStepWithLast = false } = {},
): void {
  const title = words.title?.replace(/\s+/gu, " ").trim();
  const set = {
    ...(title && title !== task.title && { title }),
    ...(words.notes !== undefined && words.notes !== (task.notes ?? "") && { notes: words.notes || null }),
  };
  if (Object.keys(set).length === 0) return;
  const step = { words: `Edited ${quoted(task.title)}`, isQuiet: true };
  space.commit([{ ...edit("update")(task), set, upon: task }], isOneStepWithLast ? undefined : step);
}

/** Put the row before that place among the others of its list; those above it that have none of their own get one. */
export function placeAt<R extends Task | Project>(space: Space, row: R, others: readonly R[], place: number): void {
  const edits: Edit[] = [];
  const put = ({ kind, id }: R, rank: string) => edits.push({ op: "update", kind, entity: id, set: { rank } });
  let before = "";
  for (const other of others.slice(0, place)) {
    const rank = other.rank ?? rankBetween(before, "");
    if (other.rank === undefined) put(other, rank);
    before = rank;
  }
  put(row, rankBetween(before, others[place]?.rank ?? ""));
  space.commit(edits, { words: "Moved", isQuiet: true });
}

/** Hang a task on another as its subtask, or with undefined on none. */
export function nest(space: Space, task: Task, parent: Task | undefined): void {
  const words = parent ? `Made a subtask of ${quoted(parent.title)}` : `Took ${quoted(task.title)} out`;
  const set = parent ? { parent: parent.id, project: parent.project ?? null } : { parent: null };
  change(space, [task], () => ({ ...set, rank: rankBetween("", "") }), { words });
}

/** Make a project at the end of the list; returns its id. */
export function addProject(space: Space, name: string, color?: ProjectColor): Id {
  const edits: Edit[] = [];
  const entity = newProject(space, edits, name, color);
  space.commit(edits, { words: `Added ${quoted(name)}`, isQuiet: true });
  return entity;
}

/** Change a project's name or colour, or a tag's name. */
export function changeNamed(
  space: Space,
  row: Project | Tag,
  set: { readonly name?: string; readonly color?: ProjectColor },
): void {
  space.commit([{ ...edit("update")(row), set }], { words: `Changed ${quoted(row.name)}`, isQuiet: true });
}

/** Note that notices were read. */
export function readNotices(space: Space, notices: readonly { readonly id: Id; readonly read_at?: string }[]): void {
  const read_at = new Date().toISOString();
  const unread = notices.filter((notice) => notice.read_at === undefined);
  space.commit(unread.map(({ id }) => ({ op: "update", kind: "notice", entity: id, set: { read_at } })));
}

type Step = Parameters<Space["commit"]>[1];

function change(space: Space, tasks: readonly Task[], setOf: (task: Task) => Edit["set"], step: Step): void {
  const edits = tasks.map((task) => ({ ...edit("update")(task), set: setOf(task) ?? {} }));
  if (edits.length > 0) space.commit(edits, step);
}

function edit(op: Edit["op"]): (row: Row) => Edit {
  return (row) => ({ op, kind: row.kind, entity: row.id });
}

function openBelow(space: Space, task: Task): Task[] {
  const children = [...space.store.rows.values()].filter(
    (row): row is Task => isOpenTask(row) && row.parent === task.id,
  );
  return children.flatMap((child) => [child, ...openBelow(space, child)]);
}

interface NewTask {
  readonly parsed: Omit<Parsed, "tokens">;
  readonly place: Place;
  readonly at: number;
}

function newTask(space: Space, edits: Edit[], { parsed, place, at }: NewTask): Id {
  const entity = newId(at);
  const project = parsed.project === undefined ? place.project : named(space, edits, "project", parsed.project);
  // A project that was typed is where it goes, even while subtasks are added.
  const parent = parsed.project === undefined ? place.parent : undefined;
  const tags = new Set((parsed.tags ?? []).map((tag) => named(space, edits, "tag", tag)));
  if (place.tag !== undefined) tags.add(place.tag);
  const due = parsed.due ?? place.due;
  const reminders = remindersOfNew(due, parsed.reminders);
  const values = {
    title: parsed.title,
    notes: parsed.notes,
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
function named(space: Space, edits: Edit[], kind: "project" | "tag", name: string): Id {
  const wanted = name.toLocaleLowerCase();
  for (const row of space.store.rows.values()) {
    if (row.kind === kind && isAlive(row) && nameOf(row).toLocaleLowerCase() === wanted) return row.id;
  }
  const made = edits.find((made) => made.kind === kind && String(made.set?.name).toLocaleLowerCase() === wanted);
  if (made) return made.entity;
  if (kind === "project") return newProject(space, edits, name);
  const entity = newId();
  edits.push({ op: "create", kind, entity, set: { name } });
  return entity;
}

function newProject(space: Space, edits: Edit[], name: string, color?: ProjectColor): Id {
  const projects = [...space.store.rows.values()].filter(
    (row): row is Project => row.kind === "project" && isAlive(row),
  );
  const last = projects.sort(byRank).at(-1);
  const entity = newId();
  const set = {
    name,
    color: color ?? COLORS[projects.length % COLORS.length],
    rank: rankBetween(last?.rank ?? "", ""),
  };
  edits.push({ op: "create", kind: "project", entity, set });
  return entity;
}

function isSame(one: NewReminder, other: NewReminder): boolean {
  return "before" in one ? "before" in other && one.before === other.before : "at" in other && one.at === other.at;
}

function withoutGaps(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function nameOf(row: Row): string {
  return "title" in row ? row.title : "name" in row ? row.name : "";
}

function counted(rows: readonly Row[]): string {
  const [only] = rows;
  if (rows.length === 1 && only) return quoted(nameOf(only));
  return `${rows.length} ${rows[0]?.kind ?? "task"}s`;
}

function quoted(words: string): string {
  return `“${words}”`;
}
