import type { KeyboardEvent, RefObject } from "react";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import styles from "./answer-field.module.css";

interface AnswerFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly icon: IconName;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
  /** What the words mean; undefined where they mean nothing. */
  readonly answer: string | undefined;
  /** What stands there as long as nothing is typed. */
  readonly hint: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A line of words, with what they are understood as below. */
export function AnswerField(props: AnswerFieldProps) {
  const { ref, icon, label, placeholder, value, onChange, onEnter, answer, hint, onKeyDown } = props;
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      onEnter();
    } else onKeyDown?.(event);
  };
  return (
    <div className={styles.place}>
      <label className={styles.line}>
        <Icon name={icon} className={styles.icon} />
        <input
          ref={ref}
          className={styles.input}
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="done"
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <output className={styles.answer}>
        {value.trim() === "" ? hint : answer ? <strong className={styles.read}>{answer}</strong> : "Not a time I know"}
      </output>
    </div>
  );
}
