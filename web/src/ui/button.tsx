import type { ComponentProps, MouseEvent } from "react";
import styles from "./button.module.css";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-shapes";
import { Key } from "./key";

interface ButtonProps extends ComponentProps<"button"> {
  readonly kind?: "tonal" | "primary" | "quiet" | "danger";
  readonly size?: "small" | "medium" | "large";
  readonly icon?: IconName | undefined;
  readonly shortcut?: string | undefined;
  /** What was asked for is under way: another press does nothing. */
  readonly busy?: boolean;
}

/** A button with words; `primary` is for one on a page at most. */
export function Button(given: ButtonProps) {
  const {
    kind = "tonal",
    size = "medium",
    icon,
    shortcut,
    busy = false,
    className,
    children,
    onClick,
    ...rest
  } = given;
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button
      type="button"
      {...rest}
      {...(busy && { "aria-busy": true, "aria-disabled": true })}
      onClick={press}
      className={classes(styles.button, styles[kind], styles[size], className)}
    >
      {icon && <Icon name={icon} size={16} className={styles.icon} />}
      {children}
      {shortcut && <Key className={styles.shortcut}>{shortcut}</Key>}
    </button>
  );
}
