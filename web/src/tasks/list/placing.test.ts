import { expect, test } from "vitest";
import { placingOf } from "./placing";

const LISTED = ["a", "b", "c", "d", "e"];

/** Return the list after rows were put so many steps further, or undefined where they cannot be. */
function after(rows: string[], steps: 1 | -1): string | undefined {
  const placing = placingOf(rows, LISTED, steps);
  if (!placing) return undefined;
  const others = LISTED.filter((id) => id !== placing.row);
  const at = placing.before === undefined ? others.length : others.indexOf(placing.before);
  return others.toSpliced(at, 0, placing.row).join("");
}

test.each([
  [["b"], -1, "bacde"],
  [["b"], 1, "acbde"],
  [["d"], 1, "abced"],
  [["b", "c"], -1, "bcade"],
  [["c", "b"], 1, "adbce"],
  [["d", "e"], -1, "abdec"],
  [["c", "d"], 1, "abecd"],
] as const)("%j by %i is %s", (rows, steps, wanted) => {
  expect(after([...rows], steps)).toBe(wanted);
});

test("the first goes no further up, and the last no further down", () => {
  expect([after(["a", "b"], -1), after(["e"], 1)]).toEqual([undefined, undefined]);
});

test("rows that do not stand together, or are not listed, stay where they are", () => {
  expect([after(["a", "c"], 1), after(["x"], 1), after([], -1)]).toEqual([undefined, undefined, undefined]);
});

test("one row that moves is itself the one that is put elsewhere, not its neighbour", () => {
  expect(placingOf(["b"], LISTED, 1)?.row).toBe("b");
});
