import type { ReminderWords } from "../../dates/reminder-words";
import { Icon } from "../../ui/icon";
import styles from "./choices.module.css";

interface ReminderChoiceProps {
  readonly words: ReminderWords;
  readonly isSet: boolean;
  readonly isPossible: boolean;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** A reminder that is set by a press, and taken away by another. */
export function ReminderChoice({ words, isSet, isPossible, onAdd, onRemove }: ReminderChoiceProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.choice}
        aria-pressed={isSet}
        disabled={!isPossible}
        onClick={isSet ? onRemove : onAdd}
      >
        <Icon name={isSet ? "check" : "bell"} size={16} className={isSet ? styles.check : styles.icon} />
        <span className="clip">{words.head}</span>
        <span className={styles.end}>
          {words.at}
          {words.isPast && " · past"}
          {isSet && <Icon name="x" size={14} />}
        </span>
      </button>
    </li>
  );
}
