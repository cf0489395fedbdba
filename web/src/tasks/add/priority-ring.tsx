import { classes } from "../../ui/classes";
import styles from "./priority-ring.module.css";

/** The ring that the task will have; there is nothing to check yet. */
export function PriorityRing({ level }: { readonly level: 1 | 2 | 3 | 4 | undefined }) {
  return <span className={classes(styles.ring, level && styles[`p${level}`])} aria-hidden="true" />;
}
