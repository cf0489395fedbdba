const ACCENTS = /[\u0300-\u036f]/g;
const ASCII = /^[\0-\x7f]*$/;
const OTHER_LETTERS = /[ßæœøłđıς]/g;
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ς: "σ",
};

/** Return the text in small letters and without accents, as it is searched. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (ASCII.test(small)) return small;
  return small
    .normalize("NFD")
    .replace(ACCENTS, "")
    .replace(OTHER_LETTERS, (letter) => PLAIN[letter] ?? letter);
}

/** Return a way to fold a text of a row that folds it once while the row stays as it is. */
export function foldedOnce<R extends object>(textOf: (row: R) => string): (row: R) => string {
  const known = new WeakMap<R, string>();
  return (row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const folded = fold(textOf(row));
    known.set(row, folded);
    return folded;
  };
}
