import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { type Day, dateOf, later } from "../../dates/calendar";
import { longDate, monthWords } from "../../dates/words";
import { classes } from "../../ui/classes";
import { IconButton } from "../../ui/icon-button";
import { dayAfterKey, isSameMonth, weeksAround } from "./month";
import styles from "./month-calendar.module.css";

interface MonthCalendarProps {
  readonly today: Day;
  readonly selected: Day | undefined;
  readonly onPick: (day: Day) => void;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A month to pick a day from, moved through by arrow keys. */
export function MonthCalendar({ today, selected, onPick }: MonthCalendarProps) {
  const heading = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState(selected ?? today);
  const isMovedByKey = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the day.
  useLayoutEffect(() => {
    if (isMovedByKey.current) grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
    isMovedByKey.current = false;
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const day = dayAfterKey(event.key, at);
    if (day === undefined) return;
    event.preventDefault();
    isMovedByKey.current = true;
    setAt(day);
  };

  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <h3 id={heading} className={styles.month} aria-live="polite">
          {monthWords(at)}
        </h3>
        <IconButton icon="left" size={16} label="The month before" onClick={() => setAt(later(at, -1, "month"))} />
        <IconButton icon="right" size={16} label="The month after" onClick={() => setAt(later(at, 1, "month"))} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of days is what the pattern asks for. */}
      <table ref={grid} role="grid" aria-labelledby={heading} className={styles.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday} className={styles.weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksAround(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a td is a gridcell, which may be selected.
                <td key={day} aria-selected={day === selected}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    aria-label={longDate(day, today)}
                    aria-current={day === today ? "date" : undefined}
                    className={classes(
                      styles.day,
                      !isSameMonth(day, at) && styles.other,
                      day < today && styles.past,
                      day === selected && styles.selected,
                    )}
                    onClick={() => onPick(day)}
                  >
                    {dateOf(day).dayOfMonth}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
