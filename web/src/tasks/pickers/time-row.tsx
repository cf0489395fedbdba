import { type FormEvent, useId, useState } from "react";
import { timeWords } from "../../dates/words";
import { Button } from "../../ui/button";
import { IconButton } from "../../ui/icon-button";
import { TextInput } from "../../ui/text-input";
import styles from "./date-picker.module.css";

interface TimeRowProps {
  readonly minute: number | undefined;
  readonly onSet: (minute: number | undefined) => void;
}

/** The time of the day, or none. */
export function TimeRow({ minute, onSet }: TimeRowProps) {
  const id = useId();
  const before = minute === undefined ? "" : timeWords(minute);
  const [text, setText] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSet(minuteOf(text));
  };
  return (
    <form className={styles.time} onSubmit={submit}>
      <label htmlFor={id} className={styles.label}>
        Time
      </label>
      <TextInput id={id} type="time" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {minute !== undefined && <IconButton icon="x" size={16} label="No time" onClick={() => onSet(undefined)} />}
      <Button type="submit" disabled={text === before}>
        Set
      </Button>
    </form>
  );
}

function minuteOf(text: string): number | undefined {
  const [hours, minutes] = text.split(":").map(Number);
  return hours === undefined || minutes === undefined ? undefined : 60 * hours + minutes;
}
