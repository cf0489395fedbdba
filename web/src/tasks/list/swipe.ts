import type { PointerEvent, RefObject } from "react";
import { useRef, useState } from "react";

interface Swipe {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** What lies open while the row is moved aside. */
  readonly side: "left" | "right" | undefined;
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
}

const SLACK_PIXELS = 12;
const FAR_PIXELS = 88;

/** Let a row be swiped by a finger: far enough to a side, and something is done. */
export function useSwipe({ onRight, onLeft }: { onRight: () => void; onLeft: () => void }): Swipe {
  const ref = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number } | undefined>(undefined);
  const [side, setSide] = useState<Swipe["side"]>(undefined);
  const move = (pixels: number) => ref.current?.style.setProperty("--swiped", `${pixels}px`);
  const end = () => {
    start.current = undefined;
    move(0);
    setSide(undefined);
  };
  return {
    ref,
    side,
    handlers: {
      onPointerDown: (event) => {
        if (event.pointerType !== "mouse") start.current = { x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event) => {
        if (!start.current) return;
        const [across, along] = [event.clientX - start.current.x, event.clientY - start.current.y];
        if (side === undefined && Math.abs(along) > SLACK_PIXELS) return end();
        if (side === undefined && Math.abs(across) < SLACK_PIXELS) return;
        if (side === undefined) event.currentTarget.setPointerCapture(event.pointerId);
        setSide(across > 0 ? "right" : "left");
        move(across);
      },
      onPointerUp: (event) => {
        const across = start.current ? event.clientX - start.current.x : 0;
        const wasSwiped = side !== undefined;
        end();
        if (wasSwiped && across > FAR_PIXELS) onRight();
        if (wasSwiped && across < -FAR_PIXELS) onLeft();
      },
      onPointerCancel: end,
    },
  };
}
