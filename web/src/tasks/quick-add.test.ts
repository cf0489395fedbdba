import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "./quick-add";
import type { Parsed, Span } from "./quick-add/parsed";
import goldenCases from "./quick-add/quick-add-cases.json";

type Expected = Partial<Parsed> & { readonly repeat?: unknown };

interface GoldenCase {
  readonly text: string;
  readonly now: string;
  readonly zone: string;
  readonly locale?: string;
  readonly suppressed?: readonly Span[];
  readonly expect: Expected | readonly Expected[];
}

const cases = goldenCases as unknown as readonly GoldenCase[];
const oneOff = cases.filter(({ expect: expected }) => [expected].flat().every(({ repeat }) => repeat === undefined));
const repeating = cases.length - oneOff.length;

/** Machine time zones, each with its minutes behind UTC on 1 January 2027. */
const MACHINES = [
  ["UTC", 0],
  ["America/New_York", 300],
  ["Europe/Berlin", -60],
  ["Asia/Kolkata", -330],
  ["Pacific/Auckland", -780],
  ["Pacific/Apia", -780],
] as const;

describe.each(MACHINES)(
  `${oneOff.length} cases (${repeating} that repeat left out) on a machine in %s`,
  (zone, behind) => {
    const before = process.env.TZ;

    beforeAll(() => {
      process.env.TZ = zone;
    });

    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    test("the machine is in that zone", () => {
      expect(new Date(2027, 0, 1).getTimezoneOffset()).toBe(behind);
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(
        zone === "Asia/Kolkata" ? "Asia/Calcutta" : zone,
      );
    });

    test.each(oneOff.map((golden) => [golden.text.slice(0, 60), golden] as const))("%j", (_, golden) => {
      const parsed = parse(golden.text, {
        now: Date.parse(golden.now),
        zone: golden.zone,
        locale: golden.locale ?? "en-GB",
        suppressed: golden.suppressed ?? [],
      });
      expect(comparable(parsed, golden.expect)).toStrictEqual(golden.expect);
    });
  },
);

test("every case is either run or repeats", () => {
  expect(cases.length).toBe(224);
  expect(repeating).toBe(30);
});

/** A case that names no tokens says nothing about them; every other field that it does not name must be absent. */
function comparable(parsed: Parsed | Parsed[], expected: GoldenCase["expect"]): unknown {
  if (Array.isArray(parsed)) return parsed.map((task, at) => comparable(task, [expected].flat()[at] ?? {}));
  const { tokens, ...fields } = parsed;
  return "tokens" in expected ? { ...fields, tokens } : fields;
}
