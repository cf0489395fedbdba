import { type RefObject, useEffect, useRef } from "react";

/** Return a ref to the box to type in: it has the focus at first, except where that would bring up a keyboard of glass. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const isTouched = window.matchMedia("(pointer: coarse)").matches;
    if (isTouched) ref.current?.closest("dialog")?.querySelector("h2")?.focus();
    else ref.current?.focus();
  }, []);
  return ref;
}
