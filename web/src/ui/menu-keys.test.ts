import { expect, test } from "vitest";
import { itemAfter, itemTyped } from "./menu-keys";

const SNOOZES = ["10 minutes", "1 hour", "This evening", "Tomorrow morning", "Pick a time"];

test("the arrows go round, Home and End to the ends", () => {
  expect(itemAfter("ArrowDown", 4, 5)).toBe(0);
  expect(itemAfter("ArrowUp", 0, 5)).toBe(4);
  expect(itemAfter("ArrowUp", -1, 5)).toBe(4);
  expect(itemAfter("Home", 3, 5)).toBe(0);
  expect(itemAfter("End", 0, 5)).toBe(4);
  expect(itemAfter("a", 0, 5)).toBeUndefined();
});

test("a letter goes to the next item that begins with it, and again to the one after", () => {
  expect(itemTyped("t", 0, SNOOZES)).toBe(2);
  expect(itemTyped("tt", 2, SNOOZES)).toBe(3);
  expect(itemTyped("t", 3, SNOOZES)).toBe(2);
});

test("letters that fit two items stay on the one they are on", () => {
  expect(itemTyped("to", 0, ["Tomorrow", "Tomorrow evening"])).toBe(0);
});

test("more letters stay on the item while they fit it", () => {
  expect(itemTyped("th", 2, SNOOZES)).toBe(2);
  expect(itemTyped("to", 2, SNOOZES)).toBe(3);
  expect(itemTyped("tx", 2, SNOOZES)).toBeUndefined();
});
