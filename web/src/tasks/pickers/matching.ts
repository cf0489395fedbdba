import { compared } from "../compared";

/** Something that has a name. */
interface Named {
  readonly label: string;
}

const MARKS = /\p{M}/gu;

/** Return what fits the typed words, best first: names that begin so, then words in them, then any part of them. */
export function matching<Item extends Named>(items: readonly Item[], typed: string): Item[] {
  const wanted = folded(typed.trim());
  return items
    .map((item) => ({ item, place: placeIn(folded(item.label), wanted) }))
    .filter(({ place }) => place < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** Tell whether one of them has that name already. */
export function isNamed(items: readonly Named[], name: string): boolean {
  return items.some(({ label }) => compared(label) === compared(name));
}

function placeIn(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  const at = name.indexOf(wanted);
  if (at === -1) return Number.POSITIVE_INFINITY;
  return name.includes(` ${wanted}`) ? 1 : 2;
}

function folded(text: string): string {
  return text.toLocaleLowerCase().normalize("NFD").replace(MARKS, "");
}
