import type { RefObject } from "react";
import { createContext } from "react";

/** What scrolls: the column in the middle. */
export const Scroller = createContext<RefObject<HTMLElement | null>>({ current: null });
