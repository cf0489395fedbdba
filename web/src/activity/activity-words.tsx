import { Link } from "wouter";
import { classes } from "../ui/classes";
import styles from "./activity-words.module.css";
import type { Words } from "./words";

interface ActivityWordsProps {
  readonly words: Words;
  /** Where the title leads. */
  readonly href?: string | undefined;
}

/** What happened, with the title as a link to what it happened to. */
export function ActivityWords({ words, href }: ActivityWordsProps) {
  return (
    <>
      {words.before}
      {words.title !== undefined && " "}
      {words.title !== undefined && href === undefined && <span className={styles.title}>“{words.title}”</span>}
      {words.title !== undefined && href !== undefined && (
        <Link href={href} className={classes(styles.title, styles.link)}>
          “{words.title}”
        </Link>
      )}
      {words.after}
      {words.by !== undefined && ` · ${words.by}`}
    </>
  );
}
