import { useContext } from "react";
import { Scroller } from "../../app/scroller";
import { dateOf, weekdayOf } from "../../dates/calendar";
import { longDate } from "../../dates/words";
import { classes } from "../../ui/classes";
import styles from "./day-strip.module.css";

interface DayStripProps {
  readonly today: number;
  readonly counts: ReadonlyMap<number, readonly unknown[]>;
  readonly days: number;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The next days side by side, each with a dot where something is due; a press goes there. */
export function DayStrip({ today, counts, days }: DayStripProps) {
  const scroller = useContext(Scroller);
  const goTo = (day: number) => {
    const before = Array.from({ length: day - today }, (_, index) => counts.get(today + index)?.length ?? 0);
    const list = scroller.current?.querySelector('[role="list"]');
    const heading = document.getElementById(`day-${day}`);
    if (heading) heading.scrollIntoView({ block: "start" });
    else if (list && scroller.current) {
      scroller.current.scrollTop = before.reduce((height, count) => height + 50 + count * 44, 0);
      requestAnimationFrame(() => document.getElementById(`day-${day}`)?.scrollIntoView({ block: "start" }));
    }
  };
  return (
    <div className={styles.strip}>
      {Array.from({ length: days }, (_, index) => today + index).map((day) => {
        const count = counts.get(day)?.length ?? 0;
        return (
          <button
            type="button"
            key={day}
            className={classes(styles.day, day === today && styles.today, weekdayOf(day) > 4 && styles.weekend)}
            title={longDate(day, today)}
            onClick={() => goTo(day)}
          >
            <span className={styles.weekday}>{WEEKDAYS[weekdayOf(day)]} </span>
            <span className={styles.number}>{dateOf(day).dayOfMonth}</span>
            <span className="visually-hidden">, {count} due</span>
            <span className={classes(styles.dot, count > 0 && styles.some)} />
          </button>
        );
      })}
    </div>
  );
}
