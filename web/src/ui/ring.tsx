import { classes } from "./classes";
import styles from "./ring.module.css";

interface RingProps {
  /** The title, and what else tells this task from others. */
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly priority?: 1 | 2 | 3 | 4 | undefined;
  readonly size?: "small" | "normal" | "large";
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  readonly tabIndex?: number;
}

/** The checkbox of a task: a ring, as in our mark. */
export function Ring({ label, checked, onChange, priority, size = "normal", className, ...rest }: RingProps) {
  return (
    <input
      {...rest}
      type="checkbox"
      aria-label={label}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
      className={classes(styles.ring, styles[size], priority !== undefined && styles[`p${priority}`], className)}
    />
  );
}
