import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Task } from "../../changes/rows";
import { rewrite } from "../mutations";
import { useSpace } from "../space-context";
import { begin, type Draft, isOvertaken, keptIn, seenBy, type Written } from "./draft";

interface Options {
  /** Keep what is typed after such a pause, and go on. */
  readonly pauseMilliseconds?: number;
  /** What does not fit is not kept, and the box stays open. */
  readonly fits?: (text: string) => boolean;
}

interface Drafting {
  readonly isOpen: boolean;
  readonly text: string;
  readonly isOvertaken: boolean;
  readonly open: () => void;
  readonly type: (text: string) => void;
  /** Keep what was typed, and end. */
  readonly keep: () => void;
  /** Let go of what was typed since it was last kept, and end. */
  readonly revert: () => void;
  /** Go on with what the field holds now. */
  readonly takeOther: () => void;
}

/** Write a task's field in place: what comes from elsewhere meanwhile waits, and nothing typed is lost. */
export function useDraft(task: Task, field: Written, { pauseMilliseconds, fits = anything }: Options = {}): Drafting {
  const space = useSpace();
  const [draft, draw] = useState<Draft>();
  // What a blur keeps is what was typed last, drawn or not.
  const current = useRef<Draft>(undefined);
  const wasKept = useRef(false);
  const isBehind = draft !== undefined && isOvertaken(draft, task, field);

  const put = (next: Draft | undefined) => {
    current.current = next;
    draw(next);
  };
  const store = () => {
    const [typed, row] = [current.current, space.store.rows.get(task.id)];
    if (typed === undefined || row?.kind !== "task" || typed.text === typed.kept) return;
    if (!fits(typed.text)) return;
    rewrite(space, seenBy(typed, row, field), { [field]: typed.text }, { isOneStepWithLast: wasKept.current });
    wasKept.current = true;
  };
  const keepAndGoOn = useEffectEvent(() => {
    store();
    const row = space.store.rows.get(task.id);
    if (current.current && row?.kind === "task" && fits(current.current.text)) put(keptIn(current.current, row));
  });
  const keepAndEnd = () => {
    store();
    if (current.current === undefined || fits(current.current.text)) put(undefined);
  };

  const storeAtLast = useEffectEvent(store);
  useEffect(() => () => storeAtLast(), []);
  const text = draft?.text;
  useEffect(() => {
    if (text === undefined || pauseMilliseconds === undefined || isBehind) return;
    const pause = setTimeout(keepAndGoOn, pauseMilliseconds);
    return () => clearTimeout(pause);
  }, [text, pauseMilliseconds, isBehind]);

  return {
    isOpen: draft !== undefined,
    text: text ?? task[field] ?? "",
    isOvertaken: isBehind,
    open: () => {
      wasKept.current = false;
      put(begin(task, field));
    },
    type: (text) => put({ ...(current.current ?? begin(task, field)), text }),
    keep: keepAndEnd,
    revert: () => put(undefined),
    takeOther: () => put(begin(task, field)),
  };
}

function anything(): boolean {
  return true;
}
