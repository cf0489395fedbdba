import type { Mutation } from "./mutation";
import type { Id, Row } from "./rows";
import { bareRow, isAlive, withValues } from "./rows";

type Rows = ReadonlyMap<Id, Row>;

/** Return the rows that the mutation makes of these, as the server will, so that nobody waits for it. */
export function effects(rows: Rows, mutation: Mutation): Row[] {
  const row = rows.get(mutation.entity);
  if (!row) return mutation.op === "create" ? [created(mutation)] : [];
  switch (mutation.op) {
    case "create":
    case "update":
      return isAlive(row) ? [touched(row, mutation, mutation.set)] : [];
    case "complete":
      return isDone(row) || !isAlive(row) ? [] : [touched(row, mutation, { completed_at: timeOf(mutation) })];
    case "reopen":
      return isDone(row) && isAlive(row) ? [touched(row, mutation, { completed_at: null })] : [];
    case "delete":
      return isAlive(row) ? buried(rows, row, mutation) : [];
    case "restore":
      return isAlive(row) ? [] : revived(rows, row, mutation);
  }
}

function created(mutation: Mutation): Row {
  const { kind, entity: id } = mutation;
  const at = timeOf(mutation);
  const row = bareRow({ kind, id, life: 1, version: 0, seen: {} });
  return withValues(row, { ...mutation.set, created_at: at, updated_at: at });
}

function touched(row: Row, mutation: Mutation, values: Readonly<Record<string, unknown>>): Row {
  return withValues(row, { ...values, updated_at: timeOf(mutation) });
}

function buried(rows: Rows, root: Row, mutation: Mutation): Row[] {
  const bury = (row: Row, taker: Id | null): Row => ({
    ...touched(row, mutation, { deleted_at: timeOf(mutation), deleted_with: taker }),
    life: row.life + 1,
  });
  return [bury(root, null), ...openBelow(rows, root).map((row) => bury(row, root.id))];
}

function revived(rows: Rows, root: Row, mutation: Mutation): Row[] {
  const company = [...rows.values()].filter((row) => row.deleted_with === root.id && !isAlive(row));
  return [root, ...company].map((row) => ({
    ...touched(row, mutation, { deleted_at: null, deleted_with: null }),
    life: row.life + 1,
  }));
}

/** Return what hangs on the row, at any depth, and is neither done nor deleted. */
function openBelow(rows: Rows, root: Row): Row[] {
  const below = new Map<Id, Row>();
  const above = new Set([root.id]);
  for (let before = 0; above.size > before; ) {
    before = above.size;
    for (const row of rows.values()) {
      if (row.kind !== "task" || !isAlive(row) || above.has(row.id)) continue;
      if (!above.has(row.parent ?? "") && !above.has(row.project ?? "")) continue;
      below.set(row.id, row);
      above.add(row.id);
    }
  }
  return [...below.values()].filter((row) => !isDone(row));
}

function isDone(row: Row): boolean {
  return row.kind === "task" && row.completed_at !== undefined;
}

function timeOf(mutation: Mutation): string {
  return new Date(mutation.clock[0]).toISOString();
}
