import type { Id } from "../../changes/rows";
import { cleanLine } from "../../clean-text";

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Return the other one of that name, however it is written; two devices that were offline may still make two. */
export function namesakeOf<Row extends Named>(rows: readonly Row[], name: string, self?: Named): Row | undefined {
  const wanted = folded(name);
  if (wanted === "" || (self && folded(self.name) === wanted)) return undefined;
  return rows.find((row) => folded(row.name) === wanted);
}

function folded(name: string): string {
  // Through capitals first, which makes one of ß and ss.
  return cleanLine(name).normalize("NFC").toUpperCase().toLowerCase();
}
