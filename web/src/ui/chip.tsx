import type { ReactNode } from "react";
import styles from "./chip.module.css";
import { classes } from "./classes";

interface ChipProps {
  readonly tone?: "count" | "overdue" | "late" | "done" | "plain";
  readonly children: ReactNode;
}

/** A few words that need a decision, or a count. */
export function Chip({ tone = "count", children }: ChipProps) {
  return <span className={classes(styles.chip, styles[tone])}>{children}</span>;
}
