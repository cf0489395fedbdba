import { expect, test } from "vitest";
import { nowAt } from "../../dates/when";
import { EMPTY, takenBack, typed } from "./draft";
import { read } from "./reading";
import { type Understood, understood } from "./understood";

const INSTANT = Date.parse("2026-11-24T11:42:00Z");
const NOW = nowAt(INSTANT, "Europe/London");
const TYPING = { now: INSTANT, zone: "Europe/London", locale: "en-GB" };

function chips(text: string): Understood[] {
  const [parsed] = read(typed(EMPTY, text, text.length), TYPING).tasks;
  return parsed ? understood(text, parsed, NOW, (_, name) => name === "Home") : [];
}

test("all that was understood is said, each in its own words", () => {
  const said = chips("Call Ana tomorrow 9am #Home @phone p1 !1h !30m // at work").map(({ words }) => words);
  expect(said).toEqual(["Wed 25 Nov, 09:00", "1 hour before", "30 minutes before", "Home", "phone", "P1", "Notes"]);
});

test("what is not there yet is new", () => {
  expect(chips("Call #Home @phone").map(({ words, isNew }) => [words, isNew])).toEqual([
    ["Home", false],
    ["phone", true],
  ]);
});

test("a day and a time that stand apart are taken back together", () => {
  const text = "Tomorrow call Ana at 9am";
  const [due] = chips(text);
  const draft = takenBack(typed(EMPTY, text, text.length), due?.spans ?? []);
  expect(read(draft, TYPING).tasks[0]).toEqual({ title: text, tokens: [] });
});

test("of two reminders the one that is meant is taken back, with its double", () => {
  const text = "Call tomorrow 9am !1h !1h !30m";
  const [, hour] = chips(text);
  const draft = takenBack(typed(EMPTY, text, text.length), hour?.spans ?? []);
  expect(read(draft, TYPING).tasks[0]?.reminders).toEqual([{ before: "PT30M" }]);
});
