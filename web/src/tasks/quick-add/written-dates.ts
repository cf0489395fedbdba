import { type Day, dateOf, dayOf } from "../../dates/calendar";
import { type Caught, type DayPhrase, isLedToDate, type Moment, words } from "./day-phrase";
import { MONTH, monthNamed, TH, WEEKDAY, YEAR } from "./vocabulary";

const DAY_NUMBER = `(?<day>(?:the )?\\d{1,2}${TH}|\\d{1,2})`;
const CLOCK_FOLLOWS = "(?=t\\d\\d:\\d\\d)";

/** Dates by number and month. A weekday beside them says nothing: the number beats a wrong one. */
export const WRITTEN_DATES: readonly DayPhrase[] = [
  {
    pattern: date(`${DAY_NUMBER} (?:of )?(?<month>${MONTH})(?:[.,]? (?<year>${YEAR}))?`),
    day: (caught, moment) => namedDate(caught, moment),
  },
  {
    pattern: date(`(?<month>${MONTH}) (?<day>\\d{1,2}${TH}?)(?:,? (?<year>${YEAR}))?`),
    day: (caught, moment) => namedDate(caught, moment),
  },
  { pattern: date("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)"), day: (caught) => fullDate(caught) },
  {
    pattern: new RegExp(`(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)${CLOCK_FOLLOWS}`, "y"),
    day: (caught) => fullDate(caught),
  },
  { pattern: date("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})"), day: (caught) => fullDate(caught) },
  {
    pattern: date("(?<one>\\d{1,2})(?<sign>[/-])(?<other>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d\\d)"),
    day: (caught, moment) => inLocalOrder(caught, moment, (month, day) => dayOf(fullYear(caught("year")), month, day)),
  },
  {
    pattern: date("(?<one>\\d{1,2})/(?<other>\\d{1,2})"),
    day: (caught, moment) => inLocalOrder(caught, moment, (month, day) => nextSuch(month, day, moment.today)),
    suits: (caught, around) =>
      isLedToDate(around) ||
      around.besideTime ||
      caught("before") !== "" ||
      caught("after") !== "" ||
      (around.endsClause && isSurelyDate(caught("one"), caught("other"))),
  },
];

function date(source: string): RegExp {
  return words(`(?:(?<before>${WEEKDAY}),? )?${source}(?:,? (?<after>${WEEKDAY}))?`);
}

function namedDate(caught: Caught, { today }: Moment): Day | null {
  const [month, day] = [monthNamed(caught("month")), Number(caught("day").replace(/\D/g, ""))];
  return caught("year") === "" ? nextSuch(month, day, today) : dayOf(Number(caught("year")), month, day);
}

function fullDate(caught: Caught): Day | null {
  return dayOf(Number(caught("year")), Number(caught("month")), Number(caught("day")));
}

function inLocalOrder(
  caught: Caught,
  { monthFirst }: Moment,
  dateOf: (month: number, day: number) => Day | null,
): Day | null {
  const [one, other] = [Number(caught("one")), Number(caught("other"))];
  const [month, day] = monthFirst ? [one, other] : [other, one];
  return dateOf(month, day) ?? dateOf(day, month);
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

// 29 February may be eight years away, around a century.
function nextSuch(month: number, dayOfMonth: number, today: Day): Day | null {
  const { year } = dateOf(today);
  const days = Array.from({ length: 9 }, (_, ahead) => dayOf(year + ahead, month, dayOfMonth));
  return days.find((day) => day !== null && day >= today) ?? null;
}

function isSurelyDate(one: string, other: string): boolean {
  return one.length === 2 && other.length === 2 && one !== other;
}
