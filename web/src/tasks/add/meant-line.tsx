import { Key } from "../../ui/key";
import type { Meant } from "./did-you-mean";
import styles from "./meant-line.module.css";

interface MeantLineProps {
  readonly meant: Meant | undefined;
  readonly onTake: (meant: Meant) => void;
}

/** Asks whether a date word was meant. It stays mounted, so that screen readers hear it. */
export function MeantLine({ meant, onTake }: MeantLineProps) {
  return (
    <div role="status" className={styles.line}>
      {meant && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.take}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(meant)}
        >
          <span>
            Did you mean <strong>{meant.word}</strong>?
          </span>
          <Key>Tab</Key>
        </button>
      )}
    </div>
  );
}
