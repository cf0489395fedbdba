import { now } from "../../dates/now";
import { dayWords, longDate } from "../../dates/words";
import { useSignal } from "../../signal";
import { Chip } from "../../ui/chip";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import type { Fold } from "./entries";
import styles from "./headings.module.css";

/** The words over a part that opens and closes. */
export function FoldHeading({ fold }: { readonly fold: Fold }) {
  return (
    <button type="button" className={styles.fold} aria-expanded={fold.isOpen} onClick={fold.onToggle}>
      <Icon name="right" size={16} className={classes(styles.chevron, fold.isOpen && styles.open)} />
      {fold.words}
      <Chip tone={fold.isUrgent ? "overdue" : "count"}>{fold.count}</Chip>
      {!fold.isOpen && fold.preview && <span className={classes(styles.preview, "clip")}>{fold.preview}</span>}
    </button>
  );
}

/** A day's name over its tasks. */
export function DayHeading({ day, count }: { readonly day: number; readonly count: number }) {
  const today = useSignal(now).day;
  const near = day - today < 2 ? dayWords(day, today) : undefined;
  return (
    <h2 className={styles.day} id={`day-${day}`}>
      <span className={styles.name}>{near ?? longDate(day, today)}</span>
      {near && <span className={styles.date}>{longDate(day, today)}</span>}
      {count === 0 && <span className={styles.date}>nothing</span>}
    </h2>
  );
}

/** The line between the day and its evening. */
export function Evening() {
  return (
    <div className={styles.evening}>
      <Icon name="moon" size={16} />
      This evening
    </div>
  );
}
