import { expect, test } from "vitest";
import type { Begun } from "./completion";
import { begunAt, completed, completions } from "./completion";

function begun(text: string): Begun {
  const found = begunAt(text, text.length);
  if (!found) throw new Error(`nothing is begun in ${text}`);
  return found;
}

test("a name is begun by its sign, and ends with a space", () => {
  expect(begunAt("Call #ho", 8)).toEqual({ sign: "#", name: "ho", span: [5, 8] });
  expect(begunAt("Call @", 6)?.name).toBe("");
  expect(begunAt('Call #"Home se', 14)?.name).toBe("Home se");
  for (const text of ["Call #ho ", "ana@example", "C#", 'Call #"Home"']) {
    expect(begunAt(text, text.length)).toBeUndefined();
  }
});

test("a name before it does not matter", () => {
  expect(begunAt("Call #Home @ph", 14)).toEqual({ sign: "@", name: "ph", span: [11, 14] });
});

test("nothing is completed in the middle of a word", () => {
  expect(begunAt("Call #home", 8)).toBeUndefined();
});

test("names that begin so come before names that hold it", () => {
  expect(completions(begun("#ho"), ["Choir", "School", "Home server", "Zoo at home"])).toEqual([
    "Home server",
    "Zoo at home",
    "Choir",
    "School",
  ]);
});

test("a name that is whole asks for nothing", () => {
  expect(completions(begun("#home"), ["Home", "Home server"])).toEqual([]);
});

test("a name of two words is put in quotes, others are not", () => {
  expect(completed("Call #ho", begun("Call #ho"), "Home")).toEqual({ text: "Call #Home ", caret: 11 });
  expect(completed("Call #ho", begun("Call #ho"), "Home server").text).toBe('Call #"Home server" ');
  expect(completed("Call @4", begun("Call @4"), "42").text).toBe('Call @"42" ');
});

test("what follows stays, one space away", () => {
  const text = "Call #ho tomorrow";
  const found = begunAt(text, 8) as Begun;
  expect(completed(text, found, "Home").text).toBe("Call #Home tomorrow");
});
