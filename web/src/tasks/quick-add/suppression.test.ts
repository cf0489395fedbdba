import { describe, expect, test } from "vitest";
import { parse } from "../quick-add";
import type { Parsed, Span } from "./parsed";
import { shift, suppress } from "./suppression";

const typing = { now: Date.parse("2026-11-24T14:00:00+01:00"), zone: "Europe/Berlin", locale: "en-GB" };
const FRIDAY: Span = [5, 11];

describe("Backspace", () => {
  test("right behind a token takes that token back", () => {
    expect(suppress([[5, 11, "date"]], 11)).toEqual([5, 11]);
  });

  test("anywhere else takes nothing back", () => {
    expect(suppress([[5, 11, "date"]], 10)).toBeNull();
    expect(suppress([[5, 11, "date"]], 12)).toBeNull();
  });

  test("gives the earlier date its turn", () => {
    const text = "Book tomorrow for Friday";
    const { tokens } = parse(text, typing) as Parsed;
    const suppressed = [suppress(tokens, text.length)].filter((span) => span !== null);
    expect(parse(text, { ...typing, suppressed })).toMatchObject({
      title: "Book for Friday",
      due: { date: "2026-11-25" },
    });
  });
});

describe("a span that was taken back", () => {
  test.each([
    ["moves with words typed before it", "Plan Friday", "Plan a Friday", 7, [[7, 13]]],
    ["moves with letters deleted before it", "Plan Friday", "Pln Friday", 2, [[4, 10]]],
    ["stays when something is typed behind it", "Plan Friday", "Plan Friday #Work", 17, [[5, 11]]],
    ["stays when punctuation is typed right behind it", "Plan Friday", "Plan Friday,", 12, [[5, 11]]],
    ["stays when a space is typed right behind it", "Plan Friday", "Plan Friday ", 12, [[5, 11]]],
    ["goes when a letter is typed within it", "Plan Friday", "Plan Fri day", 9, []],
    ["goes when a letter of it is deleted", "Plan Friday", "Plan Frida", 10, []],
    ["goes when a letter makes its last word another", "Plan Friday", "Plan Fridays", 12, []],
    ["goes when a letter makes its first word another", "Plan Friday", "Plan xFriday", 6, []],
    ["goes when it is typed over", "Plan Friday", "Plan x", 6, []],
    ["goes when all is deleted", "Plan Friday", "", 0, []],
  ] as const)("%s", (_, before, after, caret, spans) => {
    expect(shift([FRIDAY], before, after, caret)).toEqual(spans);
  });

  test("is told by the caret from its double", () => {
    expect(shift([[0, 2]], "p1 p1", "p1 p1 p1", 3)).toEqual([[3, 5]]);
    expect(shift([[0, 2]], "p1 p1", "p1 p1 p1", 8)).toEqual([[0, 2]]);
  });

  test("keeps its words out of tokens when what follows it is edited", () => {
    const suppressed = shift([FRIDAY], "Plan Friday", "Plan Friday today", 17);
    expect(parse("Plan Friday today", { ...typing, suppressed })).toMatchObject({
      title: "Plan Friday",
      due: { date: "2026-11-24" },
    });
  });
});
