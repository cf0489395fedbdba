import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Key } from "../../ui/key";
import styles from "./add-foot.module.css";

/** What was just done, or why it was not. */
export interface Note {
  readonly words: string;
  readonly isDone: boolean;
}

interface AddFootProps {
  /** How many tasks it would be; undefined for the usual one. */
  readonly count: number | undefined;
  /** Why it can't be added as it is. */
  readonly problem: string | undefined;
  readonly note: Note | undefined;
  readonly onAdd: (then: "stay" | "open") => void;
  readonly onJoin: () => void;
}

/** What the keys do, and the same as buttons where there are none. */
export function AddFoot({ count, problem, note, onAdd, onJoin }: AddFootProps) {
  const word = problem ?? note?.words;
  return (
    <div className={styles.foot}>
      <p role="status" className={styles.word}>
        {word && (
          <>
            {note?.isDone && <Icon name="check" size={16} className={styles.done} />}
            {word}
          </>
        )}
      </p>
      {!word && count === undefined && <KeyHints />}
      {count !== undefined && (
        <span className={styles.list}>
          <Button size="small" kind="quiet" onClick={onJoin}>
            Make it one task
          </Button>
          <Button size="small" kind="primary" shortcut="Enter" onClick={() => onAdd("stay")}>
            {count === 1 ? "Add 1 task" : `Add ${count} tasks`}
          </Button>
        </span>
      )}
      {count === undefined && (
        <span className={styles.buttons}>
          <Button size="small" kind="quiet" onClick={() => onAdd("open")}>
            Add and open
          </Button>
          <Button size="small" kind="primary" onClick={() => onAdd("stay")}>
            Add
          </Button>
        </span>
      )}
    </div>
  );
}

function KeyHints() {
  return (
    <div className={styles.hints}>
      <span>
        <Key>Enter</Key>Add, stay here
      </span>
      <span>
        <Key>Shift</Key>
        <Key>Enter</Key>Add and open
      </span>
      <span>
        <Key>⌫</Key>Take back the last token
      </span>
      <span className={styles.end}>“Quotes” stay words</span>
    </div>
  );
}
