import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./trail.module.css";

/** A moment on the line. */
export interface Moment {
  readonly id: string;
  /** The moment itself, what was shown, what needed nothing or is history, what failed. */
  readonly spot: "due" | "shown" | "plain" | "failed";
  readonly head?: ReactNode;
  readonly text?: ReactNode;
  /** When, in words. */
  readonly at?: ReactNode;
  /** The same for machines, and as a tooltip in full. */
  readonly dateTime?: string | undefined;
  readonly title?: string | undefined;
}

interface TrailProps {
  readonly items: readonly Moment[];
  /** Long words go on to a second line instead of being cut. */
  readonly wrap?: boolean;
  readonly label?: string;
  readonly className?: string | undefined;
}

/** Moments on a line, one under the other. */
export function Trail({ items, wrap = false, label, className }: TrailProps) {
  return (
    <ol className={classes(wrap && styles.wrap, className)} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <span className={classes(styles.spot, styles[item.spot])} />
          <span className={styles.words}>
            {item.head !== undefined && <span className={styles.head}>{item.head}</span>}
            {item.head !== undefined && item.text !== undefined && " · "}
            {item.text}
          </span>
          {item.at !== undefined && (
            <time className={styles.at} dateTime={item.dateTime} title={item.title}>
              {item.at}
            </time>
          )}
        </li>
      ))}
    </ol>
  );
}
