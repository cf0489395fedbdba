import { EDGE, type Line, masked, TOKEN } from "./line";
import type { SignedName } from "./literals";
import { namesIn } from "./names";
import type { Parsed, Token } from "./parsed";

/** What the signs of a line say, and the line without them. */
export interface Signs extends Pick<Parsed, "project" | "tags" | "priority"> {
  readonly line: Line;
  readonly tokens: readonly Token[];
}

const PRIORITY = new RegExp(`(?<= |^)p([1-4])${EDGE}`, "g");

/** Read projects, tags and priorities; of several projects or priorities the last one counts. */
export function readSigns(line: Line, quotedNames: readonly SignedName[]): Signs {
  const names = namesIn(line, quotedNames);
  const project = names.findLast(({ sign }) => sign === "#");
  const tags = names.filter(({ sign }) => sign === "@");
  const priority = Array.from(line.read.matchAll(PRIORITY)).at(-1);
  const tokens: Token[] = tags.map(({ span }) => [...span, "tag"]);
  if (project) tokens.push([...project.span, "project"]);
  if (priority) tokens.push([priority.index, priority.index + "p1".length, "priority"]);
  return {
    line: tokens.reduce((rest, [start, end]) => masked(rest, [start, end], TOKEN), line),
    tokens,
    ...(project && { project: project.name }),
    ...(tags.length > 0 && { tags: withoutDoubles(tags.map(({ name }) => name)) }),
    ...(priority && { priority: Number(priority[1]) as 1 | 2 | 3 | 4 }),
  };
}

function withoutDoubles(names: readonly string[]): string[] {
  const firsts = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    firsts.set(key, firsts.get(key) ?? name);
  }
  return [...firsts.values()];
}
