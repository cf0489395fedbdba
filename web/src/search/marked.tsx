import type { ReactNode } from "react";
import { marksOf } from "./words";

interface MarkedProps {
  readonly text: string;
  /** What was sought, folded. */
  readonly words: readonly string[];
}

/** A text in which what was sought is marked. */
export function Marked({ text, words }: MarkedProps) {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marksOf(text, words)) {
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...pieces, text.slice(at)];
}
