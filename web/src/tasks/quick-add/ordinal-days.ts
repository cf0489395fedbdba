import { type Day, dateOf, dayOf, firstOfMonth, lastOfMonth, weekdayFrom } from "../../dates/calendar";
import { type Caught, type DayPhrase, words } from "./day-phrase";
import { MONTH, monthNamed, nthOf, ORDINAL, TH, WEEKDAY, weekdayNamed, YEAR } from "./vocabulary";

const NTH_WEEKDAY = `(?:the )?(?<nth>${ORDINAL}) (?<weekday>${WEEKDAY})`;

/** Days by their place in a month: the 5th, the first Monday of next month. */
export const ORDINAL_DAYS: readonly DayPhrase[] = [
  {
    pattern: words(`the (?<day>\\d{1,2})${TH}`),
    day: (caught, { today }) => firstFrom(today, everyMonth(today), dayInMonth(Number.parseInt(caught("day"), 10))),
    suits: (_, { lead, endsClause, besideTime }) =>
      /^(?:due )?(?:on|by|due) *$/.test(lead) && (endsClause || besideTime),
  },
  {
    pattern: words(`${NTH_WEEKDAY} (?:of|in) the month`),
    day: (caught, { today }) => firstFrom(today, everyMonth(today), nthWeekday(caught)),
  },
  {
    pattern: words(`${NTH_WEEKDAY} (?:of|in) this month`),
    day: (caught, { today }) => firstFrom(today, everyMonth(today).slice(0, 1), nthWeekday(caught)),
  },
  {
    pattern: words(`${NTH_WEEKDAY} (?:of |in )?next month`),
    day: (caught, { today }) => firstFrom(today, everyMonth(today).slice(1, 2), nthWeekday(caught)),
  },
  {
    pattern: words(`${NTH_WEEKDAY} (?:of|in) (?<month>${MONTH})(?:,? (?<year>${YEAR}))?`),
    day: (caught, { today }) => firstFrom(today, monthsNamed(caught, today), nthWeekday(caught)),
  },
];

interface Month {
  readonly year: number;
  readonly month: number;
}

type DayInMonth = (month: Month) => Day | null;

function firstFrom(today: Day, months: readonly Month[], dayIn: DayInMonth): Day | null {
  return months.map(dayIn).find((day) => day !== null && day >= today) ?? null;
}

// A year and a month hold every day of the month, and a fifth of every weekday.
function everyMonth(today: Day): Month[] {
  const { year, month } = dateOf(today);
  return Array.from({ length: 13 }, (_, ahead) => dateOf(firstOfMonth(year, month + ahead)));
}

// Five years hold a fifth of every weekday for each month but a February.
function monthsNamed(caught: Caught, today: Day): Month[] {
  const month = monthNamed(caught("month"));
  if (caught("year") !== "") return [{ year: Number(caught("year")), month }];
  return Array.from({ length: 12 }, (_, ahead) => ({ year: dateOf(today).year + ahead, month }));
}

function dayInMonth(dayOfMonth: number): DayInMonth {
  return ({ year, month }) => dayOf(year, month, dayOfMonth);
}

function nthWeekday(caught: Caught): DayInMonth {
  const [nth, weekday] = [nthOf(caught("nth")), weekdayNamed(caught("weekday"))];
  return ({ year, month }) => {
    const last = lastOfMonth(year, month);
    if (nth === -1) return weekdayFrom(last - 6, weekday);
    const day = weekdayFrom(firstOfMonth(year, month), weekday) + 7 * (nth - 1);
    return day <= last ? day : null;
  };
}
