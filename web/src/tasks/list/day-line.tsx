import type { CSSProperties } from "react";
import { now } from "../../dates/now";
import { timeWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import styles from "./day-line.module.css";

/** A moment of the day: what was to be done then, and whether it is. */
export interface DayMoment {
  readonly minute: number;
  readonly isDone: boolean;
}

const FIRST_HOUR = 6;
const HOURS = 18;
const LABELS = [6, 9, 12, 15, 18, 21];
/** Nearer than this to the present moment, an hour's label would be written over. */
const CLOSE_MINUTES = 65;

/** The day's moments on one line, six to midnight. */
export function DayLine({ moments }: { readonly moments: readonly DayMoment[] }) {
  const { minute } = useSignal(now);
  const words = moments.map((moment) => timeWords(moment.minute)).join(", ");
  return (
    <div
      className={styles.line}
      role="img"
      aria-label={`Moments of today: ${words || "none"}; now ${timeWords(minute)}`}
      style={{ "--now": placeOf(minute) } as CSSProperties}
    >
      <span className={styles.past} />
      {LABELS.map((hour) => (
        <span
          key={hour}
          className={classes(styles.hour, hour === FIRST_HOUR && styles.first)}
          hidden={Math.abs(hour * 60 - Math.max(minute, FIRST_HOUR * 60)) < CLOSE_MINUTES}
          style={{ "--at": placeOf(hour * 60) } as CSSProperties}
        >
          {String(hour).padStart(2, "0")}
        </span>
      ))}
      {moments.map((moment) => (
        <span
          key={`${moment.minute} ${moment.isDone}`}
          className={classes(styles.at, moment.isDone && styles.was, isLate(moment, minute) && styles.late)}
          style={{ "--at": placeOf(moment.minute) } as CSSProperties}
        />
      ))}
      <span className={classes(styles.at, styles.now)} />
      <span className={classes(styles.hour, styles.nowHour, minute < FIRST_HOUR * 60 + 40 && styles.first)}>
        {timeWords(minute)}
      </span>
    </div>
  );
}

function placeOf(minute: number): string {
  return `${Math.max(0, Math.min(100, ((minute / 60 - FIRST_HOUR) / HOURS) * 100))}%`;
}

function isLate({ minute, isDone }: DayMoment, now: number): boolean {
  return !isDone && minute < now;
}
