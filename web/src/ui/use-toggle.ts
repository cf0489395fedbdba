import { type MouseEvent, useRef } from "react";

interface Handlers {
  readonly onPointerDown: () => void;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}

/** Let a button open what stands under it, or close it. */
export function useToggle(isOpen: () => boolean, open: (anchor: Element) => void): Handlers {
  const wasOpen = useRef(false);
  return {
    // A press outside of a menu closes it by itself, and the click on its button must not open it again.
    onPointerDown() {
      wasOpen.current = isOpen();
    },
    onClick(event) {
      if (event.detail === 0 || !wasOpen.current) open(event.currentTarget);
    },
  };
}
