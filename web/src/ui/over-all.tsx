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
    const raise = () => {
      // An open dialog makes all outside of it inert, however high that lies.
      const nearest = layers.open.value.findLast(({ dialog }) => dialog)?.dialog;
      (nearest ?? document.body).append(host);
      host.showPopover();
    };
    raise();
    const end = layers.open.listen(raise);
    return () => {
      end();
      host.remove();
    };
  }, [host]);
  return createPortal(children, host);
}

function hostOf(): HTMLElement {
  const host = document.createElement("div");
  host.popover = "manual";
  host.className = styles.host ?? "";
  // A press here leaves the focus in what is being written.
  host.addEventListener("mousedown", (event) => event.preventDefault());
  return host;
}
