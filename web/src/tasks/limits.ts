import type { Task } from "../changes/rows";
import { counted } from "./step-words";

/** As many of each as the server takes of one task. */
export const MOST = { tags: 50, reminders: 20 } as const;

/** Those that can have one more, and what to say of the others. */
interface Room {
  readonly tasks: readonly Task[];
  readonly refusal: string | undefined;
}

/** Return which of the tasks can have one more. */
export function withRoom(asked: readonly Task[], list: keyof typeof MOST): Room {
  const tasks = asked.filter((task) => task[list].length < MOST[list]);
  const full = asked.filter((task) => !tasks.includes(task));
  if (full.length === 0) return { tasks, refusal: undefined };
  const refusal = `A task has room for ${MOST[list]} ${list}, and no more fit on ${counted(full)}: take one off first.`;
  return { tasks, refusal };
}
