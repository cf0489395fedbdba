import { type DayPhrase, words } from "./day-phrase";
import { NUMBER, ORDINAL, TH, UNIT, WEEKDAY } from "./vocabulary";

const FEASTS =
  "(?:black|good) friday|(?:cyber|easter) monday|(?:easter|palm) sunday|ash wednesday|shrove tuesday|maundy thursday";

/** Words that hold a day's name and mean no day to come; a time beside them stays text too. */
export const LEFT_ALONE: readonly DayPhrase[] = [
  "yesterday",
  "(?:the )?day before yesterday",
  `last (?:${WEEKDAY}|week|weekend|month|year|night)`,
  `${NUMBER} (?:${UNIT}|hours?|min(?:ute)?s?) ago`,
  FEASTS,
  // Which Monday is the first, and whether the number or the name is meant, stays in doubt.
  `(?:the )?${ORDINAL} ${WEEKDAY}`,
  `${WEEKDAY},? (?:the )?\\d{1,2}${TH}`,
].map((source) => ({ pattern: words(source), day: () => null }));
