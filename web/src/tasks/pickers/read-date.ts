import { isoDate } from "../../dates/calendar";
import { whenOf } from "../../dates/when";
import { parse, type Typing } from "../quick-add";
import type { Due } from "../quick-add/parsed";
import type { PickedDue } from "./picked-due";
import type { QuickDay } from "./quick-days";

/** Return what the words pick for a task that is due then; undefined where they say nothing of a day or a time. */
export function readDate(
  text: string,
  due: Due | undefined,
  typing: Typing,
  days: readonly QuickDay[],
): PickedDue | undefined {
  const words = text.trim();
  if (words === "") return undefined;
  const read = readWords(words, due, typing);
  if (read) return { due: read };
  const [chosen] = days.filter(({ label }) => label.toLowerCase().startsWith(words.toLowerCase()));
  if (!chosen) return undefined;
  return chosen.day === undefined ? "none" : { day: chosen.day };
}

function readWords(words: string, due: Due | undefined, typing: Typing): Due | undefined {
  // With the task's own day before it, a word apart, a time alone is of that day. A short word such as `sat` is a day
  // where `on` leads to it.
  const own = due ? `${isoDate(whenOf(due, typing.zone).day)} x ` : "";
  const readings = [own, "", `${own}on `, "on "].map((lead) => readBehind(lead, words, typing));
  const best = readings.reduce((best, next) => (next.understood > best.understood ? next : best));
  return best.understood > 0 ? best.due : undefined;
}

function readBehind(lead: string, words: string, typing: Typing): { due: Due | undefined; understood: number } {
  const [parsed] = [parse(lead + words, typing)].flat();
  const dates = parsed?.tokens.filter(([, , kind]) => kind === "date") ?? [];
  const lengths = dates.map(([start, end]) => Math.max(0, end - Math.max(start, lead.length)));
  return { due: parsed?.due, understood: lengths.reduce((sum, length) => sum + length, 0) };
}
