import type { CSSProperties } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import { Key } from "./key";
import styles from "./toast.module.css";

interface ToastProps {
  /** What happened; without it nothing is drawn. Keep the toast itself mounted, so that screen readers listen to it. */
  readonly text: string | undefined;
  /** Another id is another toast, with all its time before it. */
  readonly id?: string | number;
  readonly actionLabel?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  /** Its time is over, or the person put it away. */
  readonly onDismiss?: (() => void) | undefined;
  readonly seconds?: number;
  readonly className?: string | undefined;
}

/** A word on what was just done, and the way back; its time stands still under the pointer or the focus. */
export function Toast({ text, id, actionLabel, shortcut, onAction, onDismiss, seconds = 8, className }: ToastProps) {
  return (
    <div role="status" className={classes(styles.place, className)}>
      {text && (
        <div key={id ?? text} className={styles.toast} style={{ "--seconds": `${seconds}s` } as CSSProperties}>
          <svg className={styles.timer} viewBox="0 0 16 16" aria-hidden="true">
            <circle className={styles.all} cx="8" cy="8" r="6.5" />
            <circle className={styles.left} cx="8" cy="8" r="6.5" onAnimationEnd={onDismiss} />
          </svg>
          <span className={styles.what}>{text}</span>
          {actionLabel && (
            <button type="button" className={styles.button} onClick={onAction}>
              {actionLabel}
              {shortcut && <Key className={styles.key}>{shortcut}</Key>}
            </button>
          )}
          {!actionLabel && (
            <button
              type="button"
              aria-label="Close"
              className={classes(styles.button, styles.close)}
              onClick={onDismiss}
            >
              <Icon name="x" size={16} />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
