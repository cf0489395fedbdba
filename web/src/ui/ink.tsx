import type { ReactNode } from "react";
import styles from "./ink.module.css";

interface InkProps {
  readonly tone: "muted" | "done" | "late" | "danger";
  readonly children: ReactNode;
}

/** Words in a colour that repeats what they say. */
export function Ink({ tone, children }: InkProps) {
  return <span className={styles[tone]}>{children}</span>;
}
