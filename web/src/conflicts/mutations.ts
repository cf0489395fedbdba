import type { Edit } from "../changes/mutation";
import type { Conflict } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { cleanValue } from "../clean-text";
import type { Space } from "../sync/space";

/** Let what is in use stand. */
export function keepInUse(space: Space, conflicts: readonly Conflict[]): void {
  space.commit(
    conflicts.map((conflict) => decided(conflict, "dismissed")),
    { words: conflicts.length === 1 ? "Kept what is in use" : `Kept all ${conflicts.length} in use` },
  );
}

/** Put the value that lost back, as an edit that has seen the present (what was refused is tried again); a row in the Trash comes back with it. */
export function putOtherBack(space: Space, conflict: Conflict): void {
  const { entity, entity_kind: kind, field, loser } = conflict;
  const row = space.store.rows.get(entity);
  const edits: Edit[] = row && !isAlive(row) ? [{ op: "restore", kind, entity }] : [];
  if (field === "completed_at") edits.push({ op: loser.value === null ? "reopen" : "complete", kind, entity });
  else edits.push({ op: "update", kind, entity, set: { [field]: cleanValue(field, loser.value) } });
  space.commit([...edits, decided(conflict, "restored")], { words: "Used the other one" });
}

function decided(conflict: Conflict, state: "restored" | "dismissed"): Edit {
  return { op: "update", kind: "conflict", entity: conflict.id, set: { state } };
}
