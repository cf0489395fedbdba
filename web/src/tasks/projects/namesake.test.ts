import { expect, test } from "vitest";
import { namesakeOf } from "./namesake";

const [home, street] = [
  { id: "1", name: "Home" },
  { id: "2", name: "Straße" },
];
const rows = [home, street];

test.each(["Home", "  hOME "])("A name is taken however it is written: %j", (name) => {
  expect(namesakeOf(rows, name)).toBe(home);
});

test("Two ways to write one letter are one name", () => {
  expect(namesakeOf(rows, "STRASSE")).toBe(street);
});

test("Another name is free, and so is none", () => {
  expect([namesakeOf(rows, "Homes"), namesakeOf(rows, "  ")]).toEqual([undefined, undefined]);
});

test("What is renamed may keep its own name, in other letters too, and not take another's", () => {
  expect(namesakeOf(rows, "HOME", home)).toBeUndefined();
  expect(namesakeOf(rows, "straße", home)).toBe(street);
});

test("Of two that are there already, each may be given its own name again", () => {
  const twin = { id: "3", name: "home" };
  expect(namesakeOf([...rows, twin], "Home", twin)).toBeUndefined();
});
