import type { Task } from "../../changes/rows";
import type { When } from "../../dates/when";

/** One line of a list: a task, or the words over a part of it. */
export type Entry =
  | {
      readonly kind: "task";
      readonly task: Task;
      /** What stands in the gutter: the minute of the day. */
      readonly minute?: number | undefined;
      /** The present moment lies right before this task. */
      readonly isAfterNow?: boolean;
    }
  | { readonly kind: "fold"; readonly fold: Fold }
  | { readonly kind: "day"; readonly day: number; readonly count: number }
  | { readonly kind: "evening" };

/** A part of a list that opens and closes. */
export interface Fold {
  readonly name: string;
  readonly words: string;
  readonly count: number;
  readonly isUrgent?: boolean;
  readonly isOpen: boolean;
  /** The first titles, while it is closed. */
  readonly preview?: string;
  readonly onToggle: () => void;
}

/** What a list says of each task in its last column: what the view itself does not say, which may be both. */
export type Column = "project" | "due" | "project and due";

/** Return a name for the line that stays the same while the list changes. */
export function keyOf(entry: Entry): string {
  switch (entry.kind) {
    case "task":
      return entry.task.id;
    case "fold":
      return `fold ${entry.fold.name}`;
    case "day":
      return `day ${entry.day}`;
    case "evening":
      return "evening";
  }
}

/** Return the tasks as lines. */
export function taskEntries(tasks: readonly Task[]): Entry[] {
  return tasks.map((task) => ({ kind: "task", task }));
}

/** Return dated tasks as lines with their hours. */
export function hourEntries(tasks: readonly Task[], whenOf: (task: Task) => When): Entry[] {
  return tasks.map((task) => ({ kind: "task", task, minute: whenOf(task).minute }));
}
