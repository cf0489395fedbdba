const WORDS = [
  "today",
  "tonight",
  "tomorrow",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];
const HEARD: Readonly<Record<string, string>> = { wensday: "wednesday", wendsday: "wednesday" };
/** They are near a day, and are words or names of their own. */
const OWN_WORDS = new Set(["toady", "toddy", "sunay"]);
const LONG = 7;

type Slip = "doubled" | "inserted" | "left out" | "replaced" | "swapped";

/** Return the date word that is one slip away from the word (small letters), if it is likely that it was meant. */
export function dateWordNear(word: string): string | undefined {
  if (WORDS.includes(word) || OWN_WORDS.has(word)) return undefined;
  return HEARD[word] ?? WORDS.find((meant) => word[0] === meant[0] && word !== `${meant}s` && isSlipOf(word, meant));
}

/** Short words have too many neighbours (Frida, sundry, tokay): there, letters are not replaced, and the end stays. */
function isSlipOf(word: string, meant: string): boolean {
  const [typed, wanted] = [squeezed(word), squeezed(meant)];
  const slip = slipBetween(typed, wanted);
  if (slip === undefined || meant.length >= LONG) return slip !== undefined;
  return slip === "swapped" || (slip !== "replaced" && typed.at(-1) === wanted.at(-1));
}

/** Return the one slip that makes this word of the one that is meant. */
function slipBetween(typed: string, meant: string): Slip | undefined {
  if (typed === meant) return "doubled";
  const shorter = Math.min(typed.length, meant.length);
  let start = 0;
  while (start < shorter && typed[start] === meant[start]) start += 1;
  let end = 0;
  while (end < shorter - start && typed.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const [here, there] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
  if (here.length + there.length === 1) return here === "" ? "left out" : "inserted";
  if (here.length === 1 && there.length === 1) return "replaced";
  return here.length === 2 && here === [...there].reverse().join("") ? "swapped" : undefined;
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}
