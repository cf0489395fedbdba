import type { Edit } from "../changes/mutation";
import { rankBetween } from "../changes/rank";
import type { Id, PriorityLevel, Project, Reminder, Row, Tag, Task } from "../changes/rows";
import { cleanLine, cleanText } from "../clean-text";
import { newId } from "../ids";
import type { Space } from "../sync/space";
import { withRoom } from "./limits";
import type { Place } from "./new-rows";
import { named, newTask } from "./new-rows";
import type { Due, Parsed } from "./quick-add/parsed";
import { reminderOfFirstTime } from "./reminders";
import { isOpenTask } from "./rules";
import { counted, nameOf, quoted } from "./step-words";

type NewReminder = { readonly before: string } | { readonly at: string };

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
  const below = open.length - tasks.length;
  const along = below > 0 ? ` and ${below} ${below === 1 ? "subtask" : "subtasks"}` : "";
  if (open.length > 0) space.commit(open.map(edit("complete")), { words: `Completed ${counted(tasks)}${along}` });
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
  const untagged = tasks.filter((task) => !task.tags.includes(tag));
  const isOn = untagged.length === 0;
  const chosen = isOn ? tasks : fitting(space, untagged, "tags");
  change(space, chosen, () => ({ [`tag:${tag}`]: isOn ? null : true }), {
    words: `${isOn ? "Untagged" : "Tagged"} ${counted(chosen)}`,
    isQuiet: true,
  });
}

/** Make the tag with that name, or find it, and give it to the tasks. */
export function addTag(space: Space, asked: readonly Task[], name: string): void {
  const tasks = fitting(space, asked, "tags");
  if (tasks.length === 0) return;
  const edits: Edit[] = [];
  const tag = named(space, edits, "tag", name);
  const tagging = tasks.map((task) => ({ ...edit("update")(task), set: { [`tag:${tag}`]: true } }));
  space.commit([...edits, ...tagging], { words: `Tagged ${counted(tasks)}`, isQuiet: true });
}

/** Have tasks remind of themselves. */
export function addReminder(space: Space, tasks: readonly Task[], reminder: NewReminder): void {
  const without = tasks.filter((task) => !task.reminders.some((other) => isSame(other, reminder)));
  const missing = fitting(space, without, "reminders");
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
 * Returns whether they differ. What is written on in the same box is one step with what came before it. */
export function rewrite(
  space: Space,
  task: Task,
  words: { readonly title?: string; readonly notes?: string },
  { isOneStepWithLast = false } = {},
): boolean {
  const title = words.title === undefined ? "" : cleanLine(words.title);
  const notes = words.notes === undefined ? undefined : cleanText(words.notes);
  const set = {
    ...(title !== "" && title !== task.title && { title }),
    ...(notes !== undefined && notes !== (task.notes ?? "") && { notes: notes || null }),
  };
  if (Object.keys(set).length === 0) return false;
  const step = { words: `Edited ${quoted(task.title)}`, isQuiet: true };
  space.commit([{ ...edit("update")(task), set, upon: task }], isOneStepWithLast ? undefined : step);
  return true;
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

type Step = Parameters<Space["commit"]>[1];

function change(space: Space, tasks: readonly Task[], setOf: (task: Task) => Edit["set"], step: Step): void {
  const edits = tasks.map((task) => ({ ...edit("update")(task), set: setOf(task) ?? {} }));
  if (edits.length > 0) space.commit(edits, step);
}

/** Return the tasks that can have one more, and tell of the others. */
function fitting(space: Space, asked: readonly Task[], list: "tags" | "reminders"): readonly Task[] {
  const { tasks, refusal } = withRoom(asked, list);
  if (refusal !== undefined) space.refusal.value = refusal;
  return tasks;
}

function edit(op: Edit["op"]): (row: Row) => Edit {
  return (row) => ({ op, kind: row.kind, entity: row.id });
}

function openBelow(space: Space, task: Task): Task[] {
  const children: Task[] = [];
  for (const row of space.store.rows.values()) if (isOpenTask(row) && row.parent === task.id) children.push(row);
  return children.flatMap((child) => [child, ...openBelow(space, child)]);
}

function isSame(one: NewReminder, other: NewReminder): boolean {
  return "before" in one ? "before" in other && one.before === other.before : "at" in other && one.at === other.at;
}
