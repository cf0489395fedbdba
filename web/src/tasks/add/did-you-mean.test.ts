import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean";
import { EMPTY, takenBack } from "./draft";
import { read } from "./reading";

const TYPING = { now: Date.parse("2026-11-24T14:00:00+01:00"), zone: "Europe/Berlin", locale: "en-GB" };

function meant(text: string, suppressed: readonly (readonly [number, number])[] = []) {
  const draft = takenBack({ ...EMPTY, text }, suppressed);
  return didYouMean(draft, read(draft, TYPING), TYPING);
}

test.each([
  ["Call Ana tomorow", "tomorrow", "Call Ana tomorrow"],
  ["Call Ana Wendesday 3pm #Home", "Wednesday", "Call Ana Wednesday 3pm #Home"],
  ["Tomorow: call Ana", "Tomorrow", "Tomorrow: call Ana"],
])("A slip in a date word is offered right: %s", (text, word, corrected) => {
  expect(meant(text)).toMatchObject({ word, draft: { text: corrected } });
});

test("The caret stands behind the word that was put there", () => {
  expect(meant("Ring tomorow, early")?.caret).toBe("Ring tomorrow".length);
});

test.each([
  ["Call Ana thurday, tomorrow", "the line names a date already"],
  ["Call Ana tomorrow, thurday is too late", "the line names a date already"],
  ["Tidy up the notes of thurday by 5 Dec", "the line names a date already"],
  ["Minutes of last thurday", "it would name no date"],
  ["Read “tomorow”", "it is quoted"],
  ["Paint @thurday", "it is a name"],
  ["Visit Frida", "it is a word of its own"],
  ["Call Ana", "nothing is near"],
  ["Tea tomorow\nMilk", "of a list, each says its own"],
])("Nothing is offered for %j: %s", (text) => {
  expect(meant(text)).toBeUndefined();
});

test("What was taken back is not offered again", () => {
  expect(meant("Call Ana tomorow", [[9, 16]])).toBeUndefined();
});
