import { isZone, spelledZone } from "../../dates/zones";
import { EDGE, type Line, matchAt, narrowed } from "./line";

const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    UTC: "UTC GMT",
    "America/New_York": "ET EST EDT",
    "America/Chicago": "CT CST CDT",
    "America/Denver": "MT MST MDT",
    "America/Los_Angeles": "PT PST PDT",
    "Europe/Berlin": "CET CEST",
    "Europe/London": "BST",
    "Asia/Tokyo": "JST",
    "Australia/Sydney": "AEST AEDT",
  }).flatMap(([zone, names]) => names.split(" ").map((name) => [name, zone] as const)),
);
const NAME = new RegExp(` +([a-z_]+(?:/[a-z_+-]+[0-9]*)*)${EDGE}`, "y");

/** A zone's name in the text, and where it ends. */
export interface ZoneName {
  readonly zone: string;
  readonly end: number;
}

/** Return the zone named right behind a time: `Area/City`, or an abbreviation in capitals. */
export function readZone(line: Line, at: number): ZoneName | null {
  const match = matchAt(NAME, line.read, at);
  if (!match?.[1]) return null;
  const end = at + match[0].length;
  const zone = zoneNamed(narrowed(line.text.slice(end - match[1].length, end)));
  return zone ? { zone, end } : null;
}

function zoneNamed(name: string): string | undefined {
  if (!name.includes("/")) return ABBREVIATIONS.get(name);
  return isZone(name) ? spelledZone(name) : undefined;
}
