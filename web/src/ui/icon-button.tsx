import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import styles from "./icon-button.module.css";
import type { IconName } from "./icon-shapes";

interface IconButtonProps extends ComponentProps<"button"> {
  readonly icon: IconName;
  /** What it does, in words: its name and its tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly size?: 16 | 20;
  readonly pressed?: boolean | undefined;
  /** Something waits behind it; let the label say what. */
  readonly badge?: boolean;
}

/** A button with a picture only. */
export function IconButton(given: IconButtonProps) {
  const { icon, label, shortcut, size = 20, pressed, badge = false, className, ...rest } = given;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={shortcut ? `${label}  ${shortcut}` : label}
      {...rest}
      className={classes(styles.iconButton, className)}
    >
      <Icon name={icon} size={size} />
      {badge && <span className={styles.badge} />}
    </button>
  );
}
