import type { Row } from "../changes/rows";

/** Return what the row is called. */
export function nameOf(row: Row): string {
  return "title" in row ? row.title : "name" in row ? row.name : "";
}

/** Return the rows in words: the name of one, the number of more. */
export function counted(rows: readonly Row[]): string {
  const [only] = rows;
  if (rows.length === 1 && only) return quoted(nameOf(only));
  return `${rows.length} ${rows[0]?.kind ?? "task"}s`;
}

/** Return the words in quotes. */
export function quoted(words: string): string {
  return `“${words}”`;
}
