import { describe, expect, test } from "vitest";
import { parse } from "../quick-add";
import type { Parsed } from "./parsed";

const ROUNDS = 4000;
const LOCALES = ["en-GB", "en-US"];
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Nowhere/Land"];
const WORDS = (
  'today tomorrow tonight Friday sat SUN next this last week month year weekend end of the day after in at on by for due from until to and or - – , . ! ? : ; … // \\ # @ " “ ” „ « » ' +
  '#Home #"Two words" @tag @5pm p1 p4 p9 !1h !9am !tomorrow ! 5 5pm 17:00 5:30 p.m. o\'clock noon midnight 31 31st 5th first third Dec May 24.12.2026 5/2/27 24/12 2026-12-24T15:00 ' +
  "two a hour minutes ago now UTC PST Europe/Berlin every Monday 🎂 é e\u0301 \ud83d ５ｐｍ p１ milk C# \\today \\#x"
).split(" ");
const GAPS = [" ", " ", " ", "  ", "\t", "\u00a0", "\u3000", "", "\n"];

/** Numbers from 0 to below `limit`, the same for each seed (mulberry32). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Texts of the grammar's own words, and of any code units at all, in turns. */
const texts = Array.from({ length: ROUNDS }, (_, seed) => {
  const next = numbersFrom(seed);
  const pick = (list: readonly string[]) => list[next(list.length)] ?? "";
  const wordOf = () => (seed % 4 === 0 ? String.fromCharCode(next(0x10000)) : pick(WORDS) + pick(GAPS));
  return { seed, text: Array.from({ length: next(24) }, wordOf).join("") };
});

function parsedOf(text: string, seed: number): Parsed[] {
  const next = numbersFrom(seed + ROUNDS);
  const now = Date.UTC(2026, next(24), next(31), next(24), next(60));
  const [zone = "UTC", locale = "en-GB"] = [ZONES[next(ZONES.length)], LOCALES[next(LOCALES.length)]];
  const from = next(30);
  return [parse(text, { now, zone, locale, suppressed: seed % 3 ? [] : [[from, from + next(8)]] })].flat();
}

describe("whatever is typed", () => {
  test("tokens are in order, do not overlap, and lie within the text", () => {
    for (const { seed, text } of texts) {
      const edges = parsedOf(text, seed).flatMap(({ tokens }) => tokens.flatMap(([start, end]) => [start, end - 1]));
      expect(
        [...edges].sort((one, other) => one - other),
        text,
      ).toEqual(edges);
      expect(
        edges.every((edge) => edge >= 0 && edge < text.length),
        text,
      ).toBe(true);
    }
  });

  test("tokens begin and end with their own words", () => {
    for (const { seed, text } of texts) {
      for (const [start, end] of parsedOf(text, seed).flatMap(({ tokens }) => tokens)) {
        expect(text.slice(start, end), text).toMatch(/^\S.*\S$/s);
        expect(text.slice(0, start), text).toMatch(/(?:^|\s|\p{Cc})$/u);
      }
    }
  });

  test("title and tokens hold every letter", () => {
    for (const { seed, text } of texts) {
      const parsed = parsedOf(text, seed);
      const tokens = parsed.flatMap((task) => task.tokens.map(([start, end]) => text.slice(start, end)));
      const kept = parsed.map(({ title }) => title).join("") + tokens.join("");
      expect(lettersOf(kept), JSON.stringify(text)).toEqual(lettersOf(text));
    }
  });

  test("a backslash before every word leaves no token", () => {
    for (const { seed, text } of texts) {
      const escaped = text.replace(/[^\p{White_Space}\p{Cc}]+/gu, "\\$&");
      const tokens = [parse(escaped, { now: seed, zone: "UTC", locale: "en-GB" })]
        .flat()
        .flatMap((task) => task.tokens);
      expect(tokens, escaped).toEqual([]);
    }
  });
});

test.each([
  "Gym next Friday or Mon, 24 Dec at 5 #home @x p1 !1h ",
  "5 and ",
  "Friday, ",
  "a ",
  '"a ',
  "!tomorrow 9am ",
])("a keystroke in 500 characters of %j takes less than 4 ms", (phrase) => {
  const text = phrase.repeat(500).slice(0, 500);
  const typing = { now: Date.UTC(2026, 10, 24), zone: "Europe/Berlin", locale: "en-GB" };
  const durations = Array.from({ length: 60 }, () => {
    const start = performance.now();
    parse(text, typing);
    return performance.now() - start;
  });
  // The best of the later half: the first runs are the compiler's, and the machine may be busy.
  expect(Math.min(...durations.slice(30))).toBeLessThan(4);
});

function lettersOf(text: string): string[] {
  return [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).sort();
}
