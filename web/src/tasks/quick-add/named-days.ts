import { mondayOf, weekdayFrom } from "../../dates/calendar";
import { type DayPhrase, isLedToDate, words } from "./day-phrase";
import { PART, WEEKDAY, weekdayNamed } from "./vocabulary";

const SHORT_WORDS = new Set(["sat", "sun", "wed"]);
const SATURDAY = 5;

/** Days by their own names: today, Friday, the weekend. A group `part` is a part of that day. */
export const NAMED_DAYS: readonly DayPhrase[] = [
  { pattern: words("today"), day: (_, { today }) => today },
  { pattern: words(`this (?<part>${PART})`), day: (_, { today }) => today },
  { pattern: words("to(?<part>night)"), day: (_, { today }) => today },
  { pattern: words("tomorrow|tmrw|tmr"), day: (_, { today }) => today + 1 },
  { pattern: words("(?:the )?day after tomorrow"), day: (_, { today }) => today + 2 },
  {
    pattern: words(`(?<weekday>${WEEKDAY})`),
    day: (caught, { today }) => weekdayFrom(today + 1, weekdayNamed(caught("weekday"))),
    suits: (caught, around) => !SHORT_WORDS.has(caught("weekday")) || isLedToDate(around) || around.besideTime,
  },
  {
    pattern: words(`this (?<weekday>${WEEKDAY})`),
    day: (caught, { today }) => weekdayFrom(today + 1, weekdayNamed(caught("weekday"))),
  },
  ...["next (?<weekday>WEEKDAY)", "(?<weekday>WEEKDAY) (?:of )?next week", "next week (?<weekday>WEEKDAY)"].map(
    (source): DayPhrase => ({
      pattern: words(source.replace("WEEKDAY", WEEKDAY)),
      day: (caught, { today }) => mondayOf(today) + 7 + weekdayNamed(caught("weekday")),
    }),
  ),
  { pattern: words("this weekend"), day: (_, { today }) => comingWeekend(today) },
  { pattern: words("the weekend"), day: (_, { today }) => comingWeekend(today), suits: (_, { lead }) => lead !== "" },
  { pattern: words("next weekend"), day: (_, { today }) => mondayOf(today) + 7 + SATURDAY },
];

function comingWeekend(today: number): number {
  return Math.max(today, mondayOf(today) + SATURDAY);
}
