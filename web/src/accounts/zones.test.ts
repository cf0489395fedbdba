import { expect, test } from "vitest";
import { clockIn, zonesWith } from "./zones";

const NOON = new Date("2026-11-24T11:42:00Z");

test("the clocks of a zone show its own time, in 24 hours", () => {
  expect(clockIn("Europe/Lisbon", NOON)).toBe("11:42");
  expect(clockIn("Pacific/Auckland", new Date("2026-11-24T11:00:00Z"))).toBe("00:00");
});

test("a zone that the browser does not know has no clock", () => {
  expect(clockIn("Mars/Olympus", NOON)).toBeUndefined();
});

test("zones go by the names of today", () => {
  expect(zonesWith("UTC")).toContain("Asia/Kolkata");
  expect(zonesWith("UTC")).not.toContain("Asia/Calcutta");
});

test("the zone that is set can be chosen, known or not", () => {
  expect(zonesWith("Mars/Olympus")).toContain("Mars/Olympus");
  expect(zonesWith("Europe/Berlin").filter((zone) => zone === "Europe/Berlin")).toHaveLength(1);
});
