/** A stretch of the text in UTF-16 code units, its end exclusive. */
export type Span = readonly [start: number, end: number];

export type TokenKind = "project" | "tag" | "priority" | "date" | "reminder" | "notes";

/** A stretch of the text that was read, and as what. */
export type Token = readonly [start: number, end: number, kind: TokenKind];

/** A day; a wall time as `YYYY-MM-DDTHH:MM`, floating; or a wall time in an IANA zone. */
export type Due = { readonly date: string } | { readonly at: string } | { readonly at: string; readonly zone: string };

/** A length before due (ISO 8601), or a time: floating, or an instant with `Z`. */
export type Reminder = { readonly before: string } | { readonly at: string };

/** What a line of text says about a task; a field that it does not name is absent. */
export interface Parsed {
  readonly title: string;
  readonly due?: Due;
  readonly reminders?: readonly Reminder[];
  readonly priority?: 1 | 2 | 3 | 4;
  readonly tags?: readonly string[];
  readonly project?: string;
  readonly notes?: string;
  readonly tokens: readonly Token[];
}
