import { expect, test } from "vitest";
import { fold } from "./fold";
import { marksOf, placeOf, wordsOf } from "./words";

test("accents, capitals and joined letters do not matter", () => {
  expect(fold("Crème BRÛLÉE, Straße, Łódź, ΟΔΟΣ")).toBe("creme brulee, strasse, lodz, οδοσ");
});

test("vowel signs that make another word of it are no accents", () => {
  expect(fold("कि")).toBe("कि");
});

test("a query is its words", () => {
  expect(wordsOf("  Post \u00a0Büro ")).toEqual(["post", "buro"]);
});

test("the start of the text is the best place, then the start of a word", () => {
  expect(
    ["post office", "the post", "compost", "compost the post", "past"].map((text) => placeOf("post", text)),
  ).toEqual([3, 2, 1, 2, 0]);
});

test("what was sought is marked where words begin with it, else wherever it stands", () => {
  expect(marksOf("Compost for the Post office", ["post"])).toEqual([[16, 20]]);
  expect(marksOf("Compost", ["post"])).toEqual([[3, 7]]);
});

test("marks lie in the text as it is written", () => {
  expect(marksOf("An der Straße stehen", ["strasse"])).toEqual([[7, 13]]);
  expect(marksOf("Cafe\u0301 au lait", ["cafe"])).toEqual([[0, 5]]);
  expect(marksOf("😀 Büro", ["buro"])).toEqual([[3, 7]]);
});

test("marks never overlap", () => {
  expect(marksOf("Postpone", ["post", "postpone", "o"])).toEqual([[0, 8]]);
});
