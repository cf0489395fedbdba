import { now } from "../../dates/now";
import type { Typing } from "../quick-add";

/** Return where and when something is typed at this moment. */
export function typingNow(): Typing {
  return { now: Date.now(), zone: now.value.zone, locale: navigator.language };
}
