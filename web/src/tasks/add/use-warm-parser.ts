import { useEffect } from "react";
import { parse } from "../quick-add";

/** Let the parser make its patterns while nothing else is to be done: the first letter is then as quick as the others. */
export function useWarmParser(): void {
  useEffect(() => {
    const warm = () => void parse("", { now: Date.now(), zone: "UTC", locale: navigator.language });
    if (!("requestIdleCallback" in window)) {
      const waiting = setTimeout(warm, 1000);
      return () => clearTimeout(waiting);
    }
    const waiting = window.requestIdleCallback(warm);
    return () => window.cancelIdleCallback(waiting);
  }, []);
}
