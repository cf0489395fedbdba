import type { KeyboardEvent } from "react";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Id } from "../../changes/rows";
import { now } from "../../dates/now";
import { useSignal } from "../../signal";
import { addTask, addTasks } from "../mutations";
import type { Place } from "../new-rows";
import { suppress } from "../quick-add/suppression";
import { PROJECTS } from "../rules";
import { useRows, useSpace } from "../space-context";
import type { Note } from "./add-foot";
import { AddFoot } from "./add-foot";
import styles from "./add-form.module.css";
import type { Begun } from "./completion";
import { completed } from "./completion";
import type { Meant } from "./did-you-mean";
import { didYouMean } from "./did-you-mean";
import type { Draft } from "./draft";
import { asOneLine, EMPTY, takenBack, typed } from "./draft";
import { MeantLine } from "./meant-line";
import { NameList } from "./name-list";
import { PriorityRing } from "./priority-ring";
import { obstacle, readNow, tooLong, tooMany, typingAt } from "./reading";
import { Said } from "./said";
import { TokenField } from "./token-field";
import { useCompletion } from "./use-completion";
import { useDraft } from "./use-draft";

interface AddFormProps {
  readonly place: Place | undefined;
  readonly text: string | undefined;
  readonly onOpen: (task: Id) => void;
}

/** The line, what it says, and what becomes of it. */
export function AddForm({ place, text, onOpen }: AddFormProps) {
  const space = useSpace();
  const present = useSignal(now);
  const projects = useRows(PROJECTS);
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useDraft(space, text);
  const [caret, setCaret] = useState<number | undefined>(draft.text.length);
  const [where, setWhere] = useState(place ?? {});
  const [note, setNote] = useState<Note | undefined>();
  const reading = useMemo(() => readNow(draft, present), [draft, present]);
  const meant = useMemo(() => didYouMean(draft, reading, typingAt(present)), [draft, reading, present]);
  const problem = tooLong(reading) ?? tooMany(reading);
  const putCaret = useCaret(field, draft);
  const show = (next: Draft, at?: number) => {
    setNote(undefined);
    setDraft(next);
    if (at !== undefined) putCaret(at);
    setCaret(at ?? field.current?.selectionEnd);
  };
  const take = (begun: Begun, name: string) => {
    const next = completed(draft.text, begun, name);
    show(typed(draft, next.text, next.caret), next.caret);
  };
  const takeMeant = (word: Meant) => show(word.draft, word.caret);
  const completion = useCompletion(draft.text, caret, take);
  const isOffering = completion.names.length > 0;

  const add = (then: "stay" | "open") => {
    const [first] = reading.tasks;
    const why = obstacle(reading);
    if (draft.text.trim() === "") return setNote(undefined);
    if (why !== undefined || !first) return setNote({ words: why ?? "", isDone: false });
    setDraft(EMPTY);
    setCaret(0);
    if (reading.isList) addTasks(space, reading.tasks, where);
    else {
      const id = addTask(space, first, where);
      if (then === "open") return onOpen(id);
    }
    const what = reading.tasks.length > 1 ? `${reading.tasks.length} tasks` : `“${first.title}”`;
    setNote({ words: `Added ${what}`, isDone: true });
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends the composition before it tells of the key that ended it: that key says 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (completion.hear(event)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === "Enter") {
      event.preventDefault();
      if (!event.repeat) add(event.shiftKey ? "open" : "stay");
    } else if (event.key === "Tab" && !event.shiftKey && meant) {
      event.preventDefault();
      takeMeant(meant);
    } else if (event.key === "Backspace" && selectionStart === selectionEnd) {
      const tokens = reading.tasks.flatMap((task) => task.tokens);
      const span = suppress(tokens, selectionEnd);
      if (!span) return;
      event.preventDefault();
      show(takenBack(draft, [span]), selectionEnd);
    }
  };

  return (
    <>
      <div className={styles.line}>
        <PriorityRing level={reading.isList ? undefined : reading.tasks[0]?.priority} />
        <TokenField
          ref={field}
          className={styles.field}
          value={draft.text}
          tokens={reading.tasks.flatMap(({ tokens }) => tokens)}
          onType={(next, at) => show(typed(draft, next, at))}
          onKeyDown={onKeyDown}
          onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
            setCaret(selectionStart === selectionEnd ? selectionEnd : undefined)
          }
          aria-label="Add a task"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={isOffering ? list : undefined}
          aria-activedescendant={isOffering && completion.at >= 0 ? `${list}-${completion.at}` : undefined}
          aria-invalid={problem !== undefined}
          placeholder="What is to be done?"
          autoComplete="off"
          autoCapitalize="sentences"
          enterKeyHint="done"
        />
      </div>
      {isOffering && completion.begun && (
        <NameList
          id={list}
          sign={completion.begun.sign}
          names={completion.names}
          projects={projects}
          at={completion.at}
          onTake={(name) => completion.begun && take(completion.begun, name)}
        />
      )}
      <MeantLine meant={meant} onTake={takeMeant} />
      <Said
        text={draft.text}
        reading={reading}
        place={where}
        onTakeBack={(spans) => show(takenBack(draft, spans), caret)}
        onLeave={(left) => setWhere({ ...where, [left]: undefined })}
      />
      <AddFoot
        count={reading.isList ? reading.tasks.length : undefined}
        problem={problem}
        note={note}
        onAdd={add}
        onJoin={() => show(asOneLine(draft), draft.text.length)}
      />
    </>
  );
}

/** Return what puts the caret somewhere once the text that it belongs to is there; at first it stands at the end. */
function useCaret(field: { readonly current: HTMLTextAreaElement | null }, draft: Draft): (at: number) => void {
  const wanted = useRef<number | undefined>(draft.text.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret is put when the draft was drawn.
  useLayoutEffect(() => {
    if (wanted.current === undefined || !field.current) return;
    field.current.focus();
    field.current.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  }, [draft, field]);
  return (at) => {
    wanted.current = at;
  };
}
