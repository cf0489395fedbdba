import { type ReactNode, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import styles from "./over-all.module.css";
import { layers } from "./use-layer";

interface OverAllProps {
  readonly children: ReactNode;
}

/** What has to be seen and pressed whatever lies over the page: it lies over that too. */
export function OverAll({ children }: OverAllProps) {
  const [host] = useState(hostOf);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([{ target } = {}]) => stayClear(host, target));
    const raise = () => {
      // An open dialog makes all outside of it inert, however high that lies.
      const nearest = layers.open.value.findLast(({ dialog }) => dialog)?.dialog;
      (nearest ?? document.body).append(host);
      host.showPopover();
      observer.disconnect();
      if (nearest) observer.observe(nearest);
      else stayClear(host, nearest);
    };
    raise();
    const end = layers.open.listen(raise);
    return () => {
      end();
      observer.disconnect();
      host.remove();
    };
  }, [host]);
  return createPortal(children, host);
}

/** Let it know where a dialog at the top ends, to stand below it if there is room: one may be writing there. */
function stayClear(host: HTMLElement, dialog: Element | undefined): void {
  const { top, bottom } = dialog?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  const isShort = top < window.innerHeight / 4 && bottom < window.innerHeight / 2;
  host.style.setProperty("--clear", `${isShort ? bottom : 0}px`);
}

function hostOf(): HTMLElement {
  const host = document.createElement("div");
  host.popover = "manual";
  host.className = styles.host ?? "";
  // A press here leaves the focus in what is being written.
  host.addEventListener("mousedown", (event) => event.preventDefault());
  return host;
}
