import { useEffect, useRef, useState } from "react";
import type { Task } from "../../changes/rows";
import { useSpace } from "../space-context";

const TINT_MILLISECONDS = 1200;

/** Tell for a moment that the task was changed by another device. */
export function useTouchedElsewhere(task: Task): boolean {
  const { device } = useSpace();
  const before = useRef(task);
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    const { seen } = before.current;
    const isElsewhere = Object.entries(task.seen).some(
      ([field, version]) => version !== seen[field] && !version.startsWith(device ?? ""),
    );
    const isSame = before.current.id === task.id;
    before.current = task;
    if (isSame && isElsewhere) setTouched(true);
  }, [task, device]);
  useEffect(() => {
    if (!isTouched) return;
    const timer = setTimeout(() => setTouched(false), TINT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isTouched]);
  return isTouched;
}
