import { type Day, weekdayFrom, weekdayOf } from "../../dates/calendar";
import type { IconName } from "../../ui/icon-shapes";

/** A day that is picked by one key; without a day it takes the due date away. */
export interface QuickDay {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly day: Day | undefined;
}

const [MONDAY, SATURDAY] = [0, 5];

/** Return the days that are picked most. */
export function quickDays(today: Day): readonly QuickDay[] {
  const isWeekend = weekdayOf(today) >= SATURDAY;
  return [
    { key: "T", label: "Today", icon: "today", day: today },
    { key: "M", label: "Tomorrow", icon: "sun", day: today + 1 },
    {
      key: "S",
      label: isWeekend ? "Next weekend" : "This weekend",
      icon: "moon",
      day: weekdayFrom(isWeekend ? today + 2 : today, SATURDAY),
    },
    { key: "W", label: "Next week", icon: "upcoming", day: weekdayFrom(today + 1, MONDAY) },
    { key: "N", label: "No date", icon: "x", day: undefined },
  ];
}
