import { expect, test } from "vitest";
import { dateWordNear } from "./near-misses";

test.each([
  ["tomorow", "tomorrow"],
  ["tommorow", "tomorrow"],
  ["tommorrow", "tomorrow"],
  ["tomorro", "tomorrow"],
  ["tomrrow", "tomorrow"],
  ["tonigth", "tonight"],
  ["todya", "today"],
  ["toay", "today"],
  ["thurday", "thursday"],
  ["thrusday", "thursday"],
  ["thursdsy", "thursday"],
  ["wendesday", "wednesday"],
  ["wensday", "wednesday"],
  ["tuseday", "tuesday"],
  ["satuday", "saturday"],
  ["firday", "friday"],
  ["fridday", "friday"],
  ["mnday", "monday"],
])("%s is likely to be %s", (typed, meant) => {
  expect(dateWordNear(typed)).toBe(meant);
});

test.each(["toady", "toddy", "tokay", "sundry", "sunray", "sundae", "sunda", "sundar", "sunny", "sunay", "frida"])(
  "%s is a word of its own",
  (word) => {
    expect(dateWordNear(word)).toBeUndefined();
  },
);

test.each(["fridge", "friary", "money", "monty", "monde", "mandy", "mayday", "midday", "noonday", "payday", "holiday"])(
  "%s is far from a day",
  (word) => {
    expect(dateWordNear(word)).toBeUndefined();
  },
);

test.each(["today", "tonight", "monday", "mondays", "tuesdays", "tomorrows"])("%s is spelt right", (word) => {
  expect(dateWordNear(word)).toBeUndefined();
});
