import type { Id } from "../../changes/rows";
import { compared } from "../compared";

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Return the other one of that name, however it is written; two devices that were offline may still make two. */
export function namesakeOf<Row extends Named>(rows: readonly Row[], name: string, self?: Named): Row | undefined {
  const wanted = compared(name);
  if (wanted === "" || (self && compared(self.name) === wanted)) return undefined;
  return rows.find((row) => compared(row.name) === wanted);
}
