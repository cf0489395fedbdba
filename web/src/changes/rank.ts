const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LOTTERY_DIGITS = 3;
const TIME_DIGITS = 8;
const LATEST = 62 ** TIME_DIGITS - 1;

/** Return a place between two in a manual order: base 62, compared letter by letter; "" stands for either end.
 *
 * Places at the ends are counted by the clock, so that they stay short however often something is put there. Three random
 * digits see to it that two devices which put something at one place do not choose the same. */
export function rankBetween(before: string, after: string, now = Date.now()): string {
  const [first, last] = [`A${digits(LATEST - now)}`, `a${digits(now)}`];
  if (after === "" && last > before) return last + lottery();
  if (before === "" && first < after) return first + lottery();
  return placeBetween(before, before < after ? after : "") + lottery();
}

/** Return the order of two places; a row without one stands last. */
export function compareRanks(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0;
  if (one === undefined) return 1;
  if (other === undefined) return -1;
  return one < other ? -1 : 1;
}

/** Return the shortest text that stays between the two, whatever is written behind it. */
function placeBetween(before: string, after: string): string {
  let place = "";
  for (let at = 0; ; at += 1) {
    const low = digitAt(before, at);
    const high = after === "" ? DIGITS.length : digitAt(after, at);
    if (high - low > 1) return place + DIGITS[(low + high) >> 1];
    place += DIGITS[low];
    if (high > low) return place + placeBetween(before.slice(at + 1), "");
  }
}

function digitAt(text: string, at: number): number {
  return at < text.length ? DIGITS.indexOf(text[at] ?? "") : 0;
}

function digits(count: number): string {
  let text = "";
  for (let rest = count; text.length < TIME_DIGITS; rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text;
  return text;
}

function lottery(): string {
  return Array.from({ length: LOTTERY_DIGITS }, () => DIGITS[1 + Math.floor(Math.random() * 61)]).join("");
}
