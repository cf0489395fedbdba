import { classes } from "./classes";
import { Icon } from "./icon";
import styles from "./priority.module.css";

interface PriorityProps {
  readonly level: 1 | 2 | 3 | 4;
  readonly className?: string | undefined;
}

/** A priority by its flag's shape and its name; the colour only repeats them. */
export function Priority({ level, className }: PriorityProps) {
  return (
    <span className={classes(styles.priority, styles[`p${level}`], className)}>
      <Icon name={`flag-${level}`} size={14} />P{level}
    </span>
  );
}
