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
