const LINE_ENDS = /\r\n|[\r\f\v\u0085\u2028\u2029]/g;
const UNWRITABLE_IN_TEXT = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
const UNWRITABLE_IN_LINE = /(?!\p{White_Space})[\p{Cc}\p{Cs}]/gu;

/** Return a title or a name as the server takes it: white space as one space, without signs that cannot be written. */
export function cleanLine(text: string): string {
  return text
    .replace(UNWRITABLE_IN_LINE, "")
    .replace(/[\s\p{White_Space}]+/gu, " ")
    .trim();
}

/** Return notes as the server takes them: each end of a line as one sign, without those that cannot be written. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(UNWRITABLE_IN_TEXT, "");
}

/** Return the field's value as the server takes it. */
export function cleanValue(field: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (field === "title" || field === "name") return cleanLine(value);
  return field === "notes" ? cleanText(value) : value;
}
