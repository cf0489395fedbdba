import { useSyncExternalStore } from "react";

const queries = new Map<string, MediaQueryList>();

/** Narrower than this, rows have two lines and the bar is at the bottom. */
export const PHONE = "(max-width: 639px)";

/** Wide enough for sidebar, list and panel side by side. */
export const WIDE = "(min-width: 1024px)";

/** Tell whether the media query holds, and draw again when that changes. */
export function useMedia(query: string): boolean {
  const list = queries.get(query) ?? window.matchMedia(query);
  queries.set(query, list);
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => list.matches,
  );
}

/** Tell whether it is one of those whose keyboard has a ⌘. */
export function isMac(): boolean {
  return /Mac|iP/.test(navigator.platform);
}
