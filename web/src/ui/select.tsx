import type { ComponentProps } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import styles from "./select.module.css";

interface SelectProps extends Omit<ComponentProps<"select">, "size"> {
  readonly size?: "medium" | "large";
}

/** One of several, picked from the system's own list; its children are `<option>`s. */
export function Select({ size = "medium", className, children, ...rest }: SelectProps) {
  return (
    <span className={classes(styles.box, styles[size], className)}>
      <select {...rest} className={styles.select}>
        {children}
      </select>
      <Icon name="down" size={16} className={styles.chevron} />
    </span>
  );
}
