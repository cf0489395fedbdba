import type { PriorityLevel, Task } from "../changes/rows";
import { now } from "../dates/now";
import { movedTo, shifted } from "../dates/when";
import { isMac } from "../media";
import type { Space } from "../sync/space";
import { completeTasks, deleteRows, nest, prioritise, reopenTask, reschedule } from "../tasks/mutations";
import type { IconName } from "../ui/icon-shapes";
import { here } from "./here";
import type { Overlay } from "./overlay";
import { overlay } from "./overlay";
import { undo } from "./undo";

/** Where a command is done, and to what. */
export interface Situation {
  readonly space: Space;
  /** The selected tasks, else the one that the keyboard is on or that is open. */
  readonly tasks: readonly Task[];
  readonly go: (path: string) => void;
  readonly open: (task: Task) => void;
}

/** Something that one can do by key, by palette, and by a button somewhere. */
export interface Command {
  readonly name: string;
  readonly words: string;
  readonly icon: IconName;
  /** As `KeyboardEvent.key` says them; two keys one after the other are parted by a space, `Mod` is Ctrl or ⌘. */
  readonly keys: readonly string[];
  readonly group: "task" | "place" | "anywhere";
  readonly run: (situation: Situation) => void;
}

/** All commands, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [
  task("done", "Done, or not done", { icon: "check", keys: ["e", " "], run: toggleDone }),
  task("open", "Open", { icon: "note", keys: ["Enter"], run: openFirst }),
  task("today", "Due today", { icon: "today", keys: ["t"], run: due(() => now.value.day) }),
  task("tomorrow", "Due tomorrow", { icon: "sun", keys: ["m"], run: due(() => now.value.day + 1) }),
  task("next-week", "Due next week", { icon: "upcoming", keys: ["w"], run: due(nextMonday) }),
  task("later", "Postpone by a day", { icon: "postpone", keys: ["]"], run: shift(1) }),
  task("earlier", "Bring forward by a day", { icon: "left", keys: ["["], run: shift(-1) }),
  task("date", "Due on …", { icon: "calendar", keys: ["d"], run: pick("date") }),
  task("no-date", "No due date", { icon: "calendar", keys: ["Shift+D"], run: undated }),
  task("reminder", "Remind …", { icon: "bell", keys: ["r"], run: pick("reminder") }),
  task("move", "Move to …", { icon: "folder", keys: ["v"], run: pick("project") }),
  task("tags", "Tags …", { icon: "tag", keys: ["l"], run: pick("tags") }),
  ...([1, 2, 3, 4] as const).map((level) =>
    task(`p${level}`, `Priority ${level}`, { icon: `flag-${level}`, keys: [`${level}`], run: priority(level) }),
  ),
  task("p0", "No priority", { icon: "flag-4", keys: ["0"], run: priority(undefined) }),
  task("subtask", "Add a subtask", { icon: "subtasks", keys: ["s"], run: addSubtask }),
  task("take-out", "No longer a subtask", { icon: "left", keys: ["Alt+ArrowLeft"], run: takeOut }),
  task("delete", "Delete", { icon: "trash", keys: ["Backspace", "Delete"], run: remove }),
  anywhere("add", "Add a task", { icon: "plus", keys: ["q", "c"], run: add }),
  anywhere("search", "Search", { icon: "search", keys: ["/"], run: ({ go }) => go("/search") }),
  anywhere("palette", "Do or find anything", { icon: "keyboard", keys: ["Mod+k"], run: lay({ name: "palette" }) }),
  anywhere("undo", "Undo", { icon: "undo", keys: ["z", "Mod+z"], run: ({ space }) => undo(space) }),
  anywhere("shortcuts", "Shortcuts", { icon: "keyboard", keys: ["?"], run: lay({ name: "shortcuts" }) }),
  place("Inbox", { icon: "inbox", keys: ["g i"], path: "/inbox" }),
  place("Today", { icon: "today", keys: ["g t"], path: "/today" }),
  place("Upcoming", { icon: "upcoming", keys: ["g u"], path: "/upcoming" }),
  place("Tags", { icon: "tag", keys: ["g l"], path: "/tags" }),
  place("Activity", { icon: "activity", keys: ["g a"], path: "/activity" }),
  place("Notices", { icon: "bell", keys: ["g n"], path: "/notices" }),
  place("Conflicts", { icon: "fork", keys: ["g x"], path: "/conflicts" }),
  place("Trash", { icon: "trash", keys: ["g d"], path: "/trash" }),
  place("Settings", { icon: "gear", keys: ["g s"], path: "/settings/account" }),
];

/** Return the keys of a command as they are drawn, `G I`. */
export function keyWords(keys: string): string {
  return keys === " " ? "Space" : keys.split(" ").map(oneKey).join(" ");
}

function oneKey(key: string): string {
  const named: Record<string, string> = {
    Mod: isMac() ? "⌘" : "Ctrl",
    Backspace: "⌫",
    Delete: "Del",
    ArrowUp: "↑",
    ArrowDown: "↓",
    ArrowLeft: "←",
    ArrowRight: "→",
  };
  return key
    .split("+")
    .map((part) => named[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}

type Told = Pick<Command, "icon" | "keys" | "run">;

function task(name: string, words: string, told: Told): Command {
  return { name, words, group: "task", ...told };
}

function anywhere(name: string, words: string, told: Told): Command {
  return { name, words, group: "anywhere", ...told };
}

function place(words: string, { path, ...told }: Omit<Told, "run"> & { readonly path: string }): Command {
  return { name: `go ${path}`, words, group: "place", ...told, run: ({ go }) => go(path) };
}

function add(): void {
  overlay.value = { name: "add", place: here.value };
}

function lay(what: Overlay): Command["run"] {
  return () => {
    overlay.value = what;
  };
}

function pick(name: "date" | "reminder" | "project" | "tags"): Command["run"] {
  return ({ tasks }) => {
    overlay.value = { name, tasks };
  };
}

function toggleDone({ space, tasks }: Situation): void {
  const open = tasks.filter((task) => task.completed_at === undefined);
  if (open.length > 0) completeTasks(space, open);
  else for (const task of tasks) reopenTask(space, task);
}

function openFirst({ tasks, open }: Situation): void {
  if (tasks[0]) open(tasks[0]);
}

function due(dayOf: () => number): Command["run"] {
  return ({ space, tasks }) => reschedule(space, tasks, (task) => movedTo(dayOf(), task.due, now.value.zone));
}

function shift(days: number): Command["run"] {
  return ({ space, tasks }) =>
    reschedule(space, tasks, ({ due }) =>
      due ? shifted(due, days) : movedTo(now.value.day + days, due, now.value.zone),
    );
}

function undated({ space, tasks }: Situation): void {
  reschedule(space, tasks, () => undefined);
}

function nextMonday(): number {
  const { day } = now.value;
  return day + 7 - ((day + 3) % 7);
}

function priority(level: PriorityLevel | undefined): Command["run"] {
  return ({ space, tasks }) => prioritise(space, tasks, level);
}

function addSubtask({ tasks }: Situation): void {
  const [parent] = tasks;
  if (parent) overlay.value = { name: "add", place: { parent: parent.id } };
}

function takeOut({ space, tasks }: Situation): void {
  for (const task of tasks) if (task.parent !== undefined) nest(space, task, undefined);
}

function remove({ space, tasks }: Situation): void {
  deleteRows(space, tasks);
}
