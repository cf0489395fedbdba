import { type Day, dateOf, firstOfMonth, lastOfMonth, later, mondayOf } from "../../dates/calendar";
import { type DayPhrase, words } from "./day-phrase";
import { MONTH, monthNamed, NUMBER, numberOf, UNIT, unitNamed, YEAR } from "./vocabulary";

const FRIDAY = 4;

/** Days by the length of time to them, and the first and last of a week, a month or a year. */
export const PERIOD_DAYS: readonly DayPhrase[] = [
  ...[`in (?<number>${NUMBER}) (?<unit>${UNIT})`, `(?<number>${NUMBER}) (?<unit>${UNIT}) from now`].map(
    (source): DayPhrase => ({
      pattern: words(source),
      day: (caught, { today }) => laterDay(today, numberOf(caught("number")), caught("unit")),
    }),
  ),
  {
    pattern: words("(?:(?:the )?(?:start|beginning) of )?next (?<unit>week|month|year)"),
    day: (caught, { today }) => firstOfNext(caught("unit"), today),
  },
  {
    pattern: words("(?:the )?end of (?:the |this )?(?<unit>week|month|year)"),
    day: (caught, { today }) => endOf(caught("unit"), today),
  },
  {
    pattern: words("(?:the )?end of next (?<unit>week|month|year)"),
    day: (caught, { today }) => endOf(caught("unit"), firstOfNext(caught("unit"), today)),
  },
  {
    pattern: words(`(?:the )?end of (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`),
    day: (caught, { today }) => endOfMonthNamed(caught("month"), caught("year"), today),
  },
];

function laterDay(today: Day, count: number, unit: string): Day | null {
  return count > 0 ? later(today, count, unitNamed(unit)) : null;
}

function firstOfNext(unit: string, today: Day): Day {
  const { year, month } = dateOf(today);
  if (unit === "week") return mondayOf(today) + 7;
  return unit === "month" ? firstOfMonth(year, month + 1) : firstOfMonth(year + 1, 1);
}

function endOf(unit: string, day: Day): Day {
  const { year, month } = dateOf(day);
  if (unit === "month") return lastOfMonth(year, month);
  if (unit === "year") return lastOfMonth(year, 12);
  const friday = mondayOf(day) + FRIDAY;
  return friday < day ? friday + 7 : friday;
}

function endOfMonthNamed(name: string, typedYear: string, today: Day): Day {
  const month = monthNamed(name);
  if (typedYear !== "") return lastOfMonth(Number(typedYear), month);
  const { year } = dateOf(today);
  const end = lastOfMonth(year, month);
  return end < today ? lastOfMonth(year + 1, month) : end;
}
