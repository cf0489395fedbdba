/** Return which item a key leads to from the one at `index`, if the key moves at all. */
export function itemAfter(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowUp":
      return (Math.max(index, 0) - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Return the item that typed letters lead to: the next after `index` that begins with them, from the top again at the end.
 *
 * One letter typed again goes on to the next; more letters stay where they are while they fit. */
export function itemTyped(typed: string, index: number, labels: readonly string[]): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  const isOneLetter = wanted.length > 0 && [...wanted].every((letter) => letter === wanted[0]);
  const sought = isOneLetter ? wanted.slice(0, 1) : wanted;
  const from = isOneLetter ? index + 1 : Math.max(index, 0);
  for (let step = 0; step < labels.length; step += 1) {
    const at = (from + step) % labels.length;
    if (labels[at]?.toLocaleLowerCase().startsWith(sought)) return at;
  }
  return undefined;
}
