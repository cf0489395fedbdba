import type { KeyboardEvent } from "react";
import type { Day } from "../../dates/calendar";
import { shortDate } from "../../dates/words";
import { Icon } from "../../ui/icon";
import { Key } from "../../ui/key";
import { itemAfter } from "../../ui/menu-keys";
import styles from "./choices.module.css";
import type { QuickDay } from "./quick-days";

interface QuickDayListProps {
  readonly days: readonly QuickDay[];
  readonly today: Day;
  readonly onPick: (day: QuickDay) => void;
}

/** The days that are picked most, with their keys. */
export function QuickDayList({ days, today, onPick }: QuickDayListProps) {
  const alt = /Mac|iP/.test(navigator.platform) ? "⌥" : "Alt ";
  return (
    <ul className={styles.choices} aria-label="Days" onKeyDown={move}>
      {days.map((quick) => (
        <li key={quick.key}>
          <button type="button" className={styles.choice} onClick={() => onPick(quick)}>
            <Icon name={quick.icon} size={16} className={styles.icon} />
            <span className="clip">{quick.label}</span>
            <span className={styles.end}>
              {quick.day !== undefined && shortDate(quick.day, today)}
              <Key className={styles.key}>
                {alt}
                {quick.key}
              </Key>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = itemAfter(event.key, at, buttons.length);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}
