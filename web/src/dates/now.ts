import { Signal } from "../signal";
import type { Now } from "./when";
import { nowAt } from "./when";

/** The minute that it is for the person; it goes on by itself. */
export const now = new Signal<Now>(nowAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone));

/** Let the clock go on in that zone until aborted; a tab that slept is right when it is looked at again. */
export function keepTime(zone: string, signal: AbortSignal): void {
  const look = () => {
    const next = nowAt(Date.now(), zone);
    const { value } = now;
    if (next.day !== value.day || next.minute !== value.minute || next.zone !== value.zone) now.value = next;
  };
  look();
  const ticking = setInterval(look, 1000);
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearInterval(ticking));
}
