import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./key.module.css";

interface KeyProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A key as it stands on the keyboard. */
export function Key({ children, className }: KeyProps) {
  return <kbd className={classes(styles.key, className)}>{children}</kbd>;
}
