import { expect, test } from "vitest";
import type { Parsed } from "../quick-add/parsed";
import { asOneLine, EMPTY, takenBack, typed } from "./draft";
import { piecesOf } from "./pieces";
import { obstacle, read } from "./reading";

const TYPING = { now: Date.parse("2026-11-24T11:42:00Z"), zone: "Europe/London", locale: "en-GB" };

test("what was taken back stays words while more is typed", () => {
  const draft = takenBack(typed(EMPTY, "Read tomorrow", 13), [[5, 13]]);
  expect(read(draft, TYPING).tasks[0]?.due).toBeUndefined();
  const before = typed(draft, "Perhaps we should Read tomorrow", 18);
  expect(read(before, TYPING).tasks[0]?.due).toBeUndefined();
  const behind = typed(before, "Perhaps we should Read tomorrow p1", 34);
  expect(read(behind, TYPING).tasks[0]).toEqual({
    title: "Perhaps we should Read tomorrow",
    priority: 1,
    tokens: [[32, 34, "priority"]],
  });
});

test("lines are a task each, and may be made one", () => {
  const draft = typed(EMPTY, "- Milk @shop\n- Bread", 20);
  expect(read(draft, TYPING).tasks.map(({ title }) => title)).toEqual(["Milk", "Bread"]);
  expect(read(asOneLine(draft), TYPING)).toMatchObject({ isList: false });
});

test("a title of 500 letters is taken, one more is not", () => {
  const reading = (title: string) => ({ tasks: [{ title, tokens: [] }], isList: false });
  expect(obstacle(reading("a".repeat(500)))).toBeUndefined();
  expect(obstacle(reading("😀".repeat(500)))).toBeUndefined();
  expect(obstacle(reading("a".repeat(501)))).toContain("501");
});

test("tokens alone are no task", () => {
  expect(obstacle(read(typed(EMPTY, "tomorrow p1", 11), TYPING))).toBeDefined();
});

test("the pieces of a line are the whole line", () => {
  const text = "Call Ana tomorrow 9am #Home @phone p1 !1h // at work";
  const { tokens } = read(typed(EMPTY, text, text.length), TYPING).tasks[0] as Parsed;
  const pieces = piecesOf(text, tokens);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter(({ kind }) => kind === "date").map((piece) => piece.text)).toEqual(["tomorrow 9am"]);
});

test("More tags or reminders than fit on a task are told before they are refused", () => {
  const names = Array.from({ length: 51 }, (_, index) => `tag ${index}`);
  const reading = (tags: readonly string[]) => ({ tasks: [{ title: "Tea", tags, tokens: [] }], isList: false });
  expect(obstacle(reading(names.slice(1)))).toBeUndefined();
  expect(obstacle(reading(names))).toContain("room for 50 tags");
  const reminders = Array.from({ length: 21 }, (_, index) => ({ before: `PT${index}M` }));
  expect(obstacle({ tasks: [{ title: "Tea", reminders, tokens: [] }], isList: false })).toContain("20 reminders");
});
