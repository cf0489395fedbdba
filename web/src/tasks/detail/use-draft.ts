import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Task } from "../../changes/rows";
import { rewrite } from "../mutations";
import { useSpace } from "../space-context";
import { begin, type Draft, isOvertaken, keptIn, seenBy, type Written } from "./draft";
import { noteTyped } from "./left-typed";

const PAUSE_MILLISECONDS = 800;

interface Options {
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
  /** Let go of what was typed, also of what was kept meanwhile, and end. */
  readonly revert: () => void;
  /** Go on with what the field holds now. */
  readonly takeOther: () => void;
}

/** Write a task's field in place: what comes from elsewhere meanwhile waits, and nothing typed is lost.
 *
 * It is kept after each pause in typing, at the end, and when the page is left. */
export function useDraft(task: Task, field: Written, { fits = anything }: Options = {}): Drafting {
  const space = useSpace();
  const [draft, draw] = useState<Draft>();
  // What a blur keeps is what was typed last, drawn or not.
  const current = useRef<Draft>(undefined);
  const wasKept = useRef(false);
  const begun = useRef("");
  const isBehind = draft !== undefined && isOvertaken(draft, task, field);

  const put = (next: Draft | undefined) => {
    current.current = next;
    draw(next);
  };
  /** Return what is typed and not kept, and the task as its author has seen it. */
  const unkept = () => {
    const [typed, row] = [current.current, space.store.rows.get(task.id)];
    if (typed === undefined || row?.kind !== "task" || typed.text === typed.kept || !fits(typed.text)) return;
    return { field, text: typed.text, upon: seenBy(typed, row, field) };
  };
  const store = () => {
    const typed = unkept();
    if (!typed) return;
    const isOneStepWithLast = wasKept.current;
    if (rewrite(space, typed.upon, { [field]: typed.text }, { isOneStepWithLast })) wasKept.current = true;
  };
  const keepAndGoOn = useEffectEvent(() => {
    if (!unkept()) return;
    store();
    const row = space.store.rows.get(task.id);
    if (current.current && row?.kind === "task") put(keptIn(current.current, row, field));
  });
  const keepBeforeEnd = useEffectEvent(() => {
    const typed = unkept();
    if (typed) noteTyped(typed);
    keepAndGoOn();
  });
  const revert = () => {
    if (wasKept.current && current.current && !isBehind) {
      current.current = { ...current.current, text: begun.current };
      store();
    }
    put(undefined);
  };
  const keepAndEnd = () => {
    store();
    if (current.current === undefined || fits(current.current.text)) put(undefined);
  };

  const storeAtLast = useEffectEvent(store);
  useEffect(() => () => storeAtLast(), []);
  const text = draft?.text;
  useEffect(() => {
    if (text === undefined || isBehind) return;
    const pause = setTimeout(keepAndGoOn, PAUSE_MILLISECONDS);
    return () => clearTimeout(pause);
  }, [text, isBehind]);
  useEffect(() => {
    const end = new AbortController();
    const look = () => document.visibilityState === "hidden" && keepAndGoOn();
    window.addEventListener("pagehide", () => keepBeforeEnd(), { signal: end.signal });
    document.addEventListener("visibilitychange", look, { signal: end.signal });
    return () => end.abort();
  }, []);

  return {
    isOpen: draft !== undefined,
    text: text ?? task[field] ?? "",
    isOvertaken: isBehind,
    open: () => {
      const draft = begin(task, field);
      wasKept.current = false;
      begun.current = draft.text;
      put(draft);
    },
    type: (text) => put({ ...(current.current ?? begin(task, field)), text }),
    keep: keepAndEnd,
    revert,
    takeOther: () => put(begin(task, field)),
  };
}

function anything(): boolean {
  return true;
}
