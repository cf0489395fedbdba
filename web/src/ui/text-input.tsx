import type { ComponentProps } from "react";
import { classes } from "./classes";
import styles from "./text-input.module.css";

interface TextInputProps extends Omit<ComponentProps<"input">, "size"> {
  readonly size?: "medium" | "large";
}

/** A line of text to fill in. */
export function TextInput({ size = "medium", className, ...rest }: TextInputProps) {
  return <input type="text" {...rest} className={classes(styles.input, styles[size], className)} />;
}
