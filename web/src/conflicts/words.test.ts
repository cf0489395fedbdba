import { expect, test } from "vitest";
import { dayOfIso } from "../dates/when";
import { aboutWords, differing, fieldWords, valueWords } from "./words";

const at = { rows: new Map(), now: { day: dayOfIso("2026-11-24"), minute: 702, zone: "Europe/Lisbon" } };

test("Only what the other lacks is marked", () => {
  const [one, other] = differing("Choose the tiles for the floor", "Order the tiles for the floor");
  expect(one).toEqual([
    { text: "Choose ", isOwn: true },
    { text: "the tiles for the floor", isOwn: false },
  ]);
  expect(other.filter(({ isOwn }) => isOwn)).toEqual([{ text: "Order ", isOwn: true }]);
});

test("Texts with nothing in common are marked whole, equal ones not at all", () => {
  expect(differing("a b", "c")).toEqual([[{ text: "a b", isOwn: true }], [{ text: "c", isOwn: true }]]);
  expect(differing("a", "a")).toEqual([[{ text: "a", isOwn: false }], [{ text: "a", isOwn: false }]]);
});

test("One word put in between is all that is marked", () => {
  const [one, other] = differing("the disk", "the blue disk");
  expect(one.some(({ isOwn }) => isOwn)).toBe(false);
  expect(other.find(({ isOwn }) => isOwn)?.text).toBe("blue ");
});

test.each([
  ["due", { at: "2026-11-24T15:30" }, "Today 15:30"],
  ["due", null, "Nothing"],
  ["priority", 2, "P2"],
  ["tag:x", true, "Tagged"],
  ["tag:x", null, "Not tagged"],
  ["completed_at", "2026-11-24T10:00:00Z", "Done"],
  ["project", "0192f0c0-0000-7000-8000-000000000001", "Something that is gone"],
  ["reminder:x", { before: "PT1H" }, "1 hour before"],
  ["reminder:x", { at: "2026-11-24T16:00:00Z" }, "Today 16:00"],
  ["title", "Milk", "Milk"],
  ["due", '{"at": "soon"}', '{"at": "soon"}'],
  ["reminder:x", "soon", "soon"],
])("%s %o reads %s", (field, value, words) => {
  expect(valueWords(field, value, at)).toBe(words);
});

test.each([
  ["due", { date: "soon" }, "soon"],
  ["due", "soon", "soon"],
  ["due", { date: 7 }, '{"date":7}'],
  ["reminder:x", { at: "later" }, "later"],
  ["reminder:x", "later", "later"],
  ["reminder:x", {}, "{}"],
  ["priority", "high", "high"],
  ["colour", [1], "[1]"],
])("%s %o, which no field takes, is shown all the same", (field, value, words) => {
  expect(valueWords(field, value, at)).toBe(words);
});

test("An edit that was refused says so", () => {
  expect(aboutWords("refused")).toContain("it was refused");
});

test("Fields are called as the task shows them", () => {
  expect(["title", "reminder:x", "completed_at"].map((field) => fieldWords(field, at.rows))).toEqual([
    "Title",
    "Reminder",
    "Done",
  ]);
});
