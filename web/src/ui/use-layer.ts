import { type RefObject, useLayoutEffect, useRef } from "react";
import { Layers } from "./layers";

/** What lies over the page of this tab. */
export const layers = new Layers(history);
window.addEventListener("popstate", layers.moved);

/** Let "back" close what is drawn here, as long as it lies over the page. */
export function useLayer(isOpen: boolean, onClose: () => void, dialog?: RefObject<HTMLDialogElement | null>): void {
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    if (!isOpen) return;
    return layers.lay({ dialog: dialog?.current ?? undefined, close: () => close.current() });
  }, [isOpen, dialog]);
}
