import { classes } from "./classes";
import styles from "./dot.module.css";

/** The colours that a project may have. */
export type Color = "brick" | "amber" | "olive" | "fern" | "teal" | "sky" | "iris" | "plum";

interface DotProps {
  /** Without one, a project's dot is hollow. */
  readonly color: Color | "accent" | undefined;
  readonly className?: string | undefined;
}

/** The dot of a project. */
export function Dot({ color, className }: DotProps) {
  return <span className={classes(styles.dot, styles[color ?? "none"], className)} />;
}
