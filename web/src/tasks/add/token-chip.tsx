import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import type { TokenKind } from "../quick-add/parsed";
import styles from "./token-chip.module.css";
import colors from "./token-colors.module.css";

interface TokenChipProps {
  /** Faint is what comes from where one is, and was not typed. */
  readonly kind: TokenKind | "faint";
  readonly icon: IconName;
  readonly words: string;
  readonly isNew?: boolean;
  readonly onTakeBack: () => void;
}

/** What was understood, and a way to take it back. */
export function TokenChip({ kind, icon, words, isNew = false, onTakeBack }: TokenChipProps) {
  return (
    <li className={classes(styles.chip, kind === "faint" ? styles.faint : colors[kind])}>
      <Icon name={icon} size={16} />
      <span className="clip">{words}</span>
      {isNew && <span className={styles.new}>new</span>}
      <button
        type="button"
        tabIndex={-1}
        className={styles.x}
        aria-label={`Take back ${words}`}
        title="Take back"
        onPointerDown={(event) => event.preventDefault()}
        onClick={onTakeBack}
      >
        <Icon name="x" size={12} />
      </button>
    </li>
  );
}
