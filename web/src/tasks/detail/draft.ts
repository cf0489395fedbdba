import { isAlive, type Task } from "../../changes/rows";

/** The words of a task that can be written in place. */
export type Written = "title" | "notes";

/** What is being typed into a task's field. */
export interface Draft {
  readonly text: string;
  /** What the field held when it was begun, or when it was last kept. */
  readonly kept: string;
  /** The task as it was then. */
  readonly upon: Task;
}

/** Begin with what the field holds now. */
export function begin(task: Task, field: Written): Draft {
  const text = task[field] ?? "";
  return { text, kept: text, upon: task };
}

/** Return the draft once its text is kept; `task` is what it was kept in, which may spell it more tidily. */
export function keptIn(draft: Draft, task: Task, field: Written): Draft {
  return { text: draft.text, kept: task[field] ?? "", upon: task };
}

/** Tell whether somebody else wrote something else into the field meanwhile. */
export function isOvertaken(draft: Draft, task: Task, field: Written): boolean {
  const shown = task[field] ?? "";
  return shown !== draft.kept && shown !== draft.text;
}

/** Return the task as the one who types has seen it: what came into the field meanwhile, or its end, they have not. */
export function seenBy(draft: Draft, task: Task, field: Written): Task {
  return isAlive(task) && (task[field] ?? "") === draft.kept ? task : draft.upon;
}
