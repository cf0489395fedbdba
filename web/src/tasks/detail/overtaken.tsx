import { Icon } from "../../ui/icon";
import styles from "./overtaken.module.css";

interface OvertakenProps {
  readonly isOvertaken: boolean;
  readonly onTake: () => void;
}

/** A word under a box that is being written in: the field was changed elsewhere meanwhile. */
export function Overtaken({ isOvertaken, onTake }: OvertakenProps) {
  return (
    <div role="status" className={styles.place}>
      {isOvertaken && (
        <span className={styles.pill}>
          <Icon name="fork" size={14} />
          Changed elsewhere
          {/* The box keeps the focus: it must not end, and so be kept, before it takes what is there. */}
          <button
            type="button"
            className={styles.take}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onTake}
          >
            Use that
          </button>
        </span>
      )}
    </div>
  );
}
