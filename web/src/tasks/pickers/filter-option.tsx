import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import type { FilterChoice } from "./filter-list";
import styles from "./filter-list.module.css";

interface FilterOptionProps {
  readonly id: string;
  readonly choice: FilterChoice;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

/** One of a list's choices; the keyboard reaches it from the box above. */
export function FilterOption({ id, choice, isActive, onPoint, onPick }: FilterOptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the focus and the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: as above.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-checked={choice.isOn}
      className={classes(styles.option, isActive && styles.active)}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={styles.mark}>{choice.mark}</span>
      <span className="clip">{choice.label}</span>
      {choice.isOn && <Icon name="check" size={16} className={styles.check} />}
    </div>
  );
}
