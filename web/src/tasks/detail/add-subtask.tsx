import { type KeyboardEvent, useState } from "react";
import type { Task } from "../../changes/rows";
import { cleanLine } from "../../clean-text";
import { now } from "../../dates/now";
import { whenOf } from "../../dates/when";
import { shortWhen } from "../../dates/words";
import { Icon } from "../../ui/icon";
import { Key } from "../../ui/key";
import { tooLong, tooMany } from "../add/reading";
import { addTask } from "../mutations";
import { typingNow } from "../pickers/typing-now";
import { parse } from "../quick-add";
import type { Parsed } from "../quick-add/parsed";
import { useSpace } from "../space-context";
import styles from "./subtasks.module.css";

interface AddSubtaskProps {
  readonly parent: Task;
}

/** A line that becomes a subtask by Enter, read as in quick add; the box stays for the next. */
export function AddSubtask({ parent }: AddSubtaskProps) {
  const space = useSpace();
  const [text, setText] = useState("");
  const parsed = cleanLine(text) === "" ? undefined : read(text);
  const reading = { tasks: parsed ? [parsed] : [], isList: false };
  const problem = tooLong(reading) ?? tooMany(reading);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter" && problem !== undefined) return;
    if (event.key === "Escape" && text === "") event.currentTarget.blur();
    else setText("");
    if (event.key === "Enter" && parsed) addTask(space, parsed, { parent: parent.id });
  };

  return (
    <label className={styles.add}>
      <Icon name="plus" size={16} className={styles.plus} />
      <input
        className={styles.box}
        aria-label="Add a subtask"
        placeholder="Add a subtask"
        autoComplete="off"
        enterKeyHint="enter"
        aria-invalid={problem !== undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {!parsed && <Key className={styles.key}>S</Key>}
      <span role="status" className={problem === undefined ? styles.read : styles.problem}>
        {problem ?? (parsed && readWords(parsed))}
      </span>
    </label>
  );
}

function read(text: string): Parsed {
  const [parsed = { title: text, tokens: [] }] = [parse(text, typingNow())].flat();
  return parsed.title === "" ? { title: cleanLine(text), tokens: [] } : parsed;
}

function readWords({ due, priority, tags = [] }: Parsed): string {
  const when = due && shortWhen(whenOf(due, now.value.zone), now.value.day);
  return [when, priority && `P${priority}`, ...tags.map((tag) => `@${tag}`)].filter(Boolean).join(" · ");
}
