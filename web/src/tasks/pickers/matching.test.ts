import { expect, test } from "vitest";
import { isNamed, matching } from "./matching";

const items = ["Chosen", "Home server", "Garden at home", "Wholesome", "Café"].map((label) => ({ label }));
const labels = (typed: string) => matching(items, typed).map(({ label }) => label);

test("nothing typed leaves all, in their order", () => {
  expect(labels(" ")).toEqual(items.map(({ label }) => label));
});

test("names that begin so come first, then words in them, then parts", () => {
  expect(labels("HO")).toEqual(["Home server", "Garden at home", "Chosen", "Wholesome"]);
});

test("accents make no difference to what is found", () => {
  expect(labels("cafe")).toEqual(["Café"]);
});

test("a name is taken whatever its capitals, but not by its accents", () => {
  expect(isNamed(items, "home SERVER")).toBe(true);
  expect(isNamed(items, "Cafe")).toBe(false);
});
