import { type Line, masked, spaced, TOKEN, wellFormed } from "./line";
import type { Parsed, Token } from "./parsed";

/** The notes of a line, and the line without them. */
export interface Notes extends Pick<Parsed, "notes"> {
  readonly line: Line;
  readonly tokens: readonly Token[];
}

const SIGN = /(?<= |^)\/\/(?= |$)/;

/** Read the notes: all that stands behind the first `//`, however long. */
export function readNotes(line: Line): Notes {
  const start = line.read.search(SIGN);
  if (start < 0) return { line, tokens: [] };
  const end = spaced(line.text).trimEnd().length;
  const notes = wellFormed(line.text.slice(start + "//".length, end)).trim();
  return {
    line: masked(line, [start, line.text.length], TOKEN),
    tokens: [[start, end, "notes"]],
    ...(notes !== "" && { notes }),
  };
}
