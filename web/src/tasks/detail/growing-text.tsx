import type { ComponentProps } from "react";
import { classes } from "../../ui/classes";
import styles from "./growing-text.module.css";

interface GrowingTextProps extends Omit<ComponentProps<"textarea">, "value" | "rows"> {
  readonly value: string;
}

/** A box for text that is as high as what is in it. */
export function GrowingText({ value, className, ...rest }: GrowingTextProps) {
  return (
    <span className={classes(styles.box, className)} data-text={`${value}\u200b`}>
      <textarea {...rest} rows={1} value={value} className={styles.text} />
    </span>
  );
}
