import { fold } from "../../search/fold";
import { placeOf } from "../../search/words";
import { parse } from "../quick-add";
import type { Parsed, Span } from "../quick-add/parsed";

/** A name that is being typed behind its sign. */
export interface Begun {
  readonly sign: "#" | "@";
  readonly name: string;
  /** From the sign to the caret. */
  readonly span: Span;
}

const BEGUN = /(?<=^|\s)([#@])(?:["“„«]([^"“”„«»\n]*)|([^\s"“”„«»]*))$/u;
const MOST = 6;

/** Return the name that ends at the caret, if one is being typed there. */
export function begunAt(text: string, caret: number): Begun | undefined {
  const match = BEGUN.exec(text.slice(0, caret));
  if (!match || /^\S/u.test(text.slice(caret))) return undefined;
  const [, sign, quoted, plain = ""] = match;
  return { sign: sign === "#" ? "#" : "@", name: quoted ?? plain, span: [match.index, caret] };
}

/** Return the names that go on as typed, those that begin so first; none if the name is there already. */
export function completions(begun: Begun, names: readonly string[]): string[] {
  const wanted = fold(begun.name);
  const placed = names.map((name) => ({ name, folded: fold(name), place: placeOf(wanted, fold(name)) }));
  if (placed.some(({ folded }) => folded === wanted)) return [];
  return placed
    .filter(({ place }) => place > 0)
    .sort((one, other) => other.place - one.place)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Return the text with the name in place of what was begun, and where the caret stands then. */
export function completed(
  text: string,
  { sign, span: [start, end] }: Begun,
  name: string,
): { text: string; caret: number } {
  const token = `${written(sign, name)} `;
  const rest = text.slice(end).replace(/^ /, "");
  return { text: text.slice(0, start) + token + rest, caret: start + token.length };
}

/** Return the name with its sign as it is read again: in quotes where it must be. */
function written(sign: "#" | "@", name: string): string {
  const plain = `${sign}${name}`;
  const { project, tags } = parse(plain, { now: 0, zone: "UTC", locale: "en" }) as Parsed;
  return (sign === "#" ? project : tags?.[0]) === name.normalize("NFC") ? plain : `${sign}"${name}"`;
}
