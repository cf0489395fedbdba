import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./empty-state.module.css";

interface EmptyStateProps {
  readonly title: string;
  /** What to do about it; let it teach one key. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** What stands where nothing is: a dot on a line, and one key to learn. */
export function EmptyState({ title, children, className }: EmptyStateProps) {
  return (
    <div className={classes(styles.empty, className)}>
      <svg className={styles.art} viewBox="0 0 240 56" fill="none" aria-hidden="true">
        <path className={styles.line} d="M0 40.5h102M138 40.5h102" />
        <circle className={styles.moment} cx="120" cy="40" r="7" />
      </svg>
      <h2 className={styles.title}>{title}</h2>
      {children && <p className={styles.words}>{children}</p>}
    </div>
  );
}
