import { expect, test } from "vitest";
import { undoneWords } from "./undo";

test.each([
  ["Completed “Call Ana”", "Undone: completed “Call Ana”"],
  ["P1 for 3 tasks", "Undone: P1 for 3 tasks"],
  [undefined, "There is nothing to undo"],
])("Taking back %s is said so", (words, said) => {
  expect(undoneWords(words)).toBe(said);
});
