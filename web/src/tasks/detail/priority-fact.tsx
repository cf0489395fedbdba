import { useRef, useState } from "react";
import type { Task } from "../../changes/rows";
import { PriorityMenu } from "../pickers/priority-menu";
import { Fact } from "./fact";
import styles from "./facts.module.css";

interface PriorityFactProps {
  readonly task: Task;
}

/** The priority, with its menu. */
export function PriorityFact({ task }: PriorityFactProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const { priority } = task;
  return (
    <>
      <Fact
        ref={ref}
        icon={`flag-${priority ?? 4}`}
        iconClass={priority && styles[`p${priority}`]}
        name="Priority"
        shortcut="1 to 4"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // A press on the button closes the menu by itself, and its click must not open it again.
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={(event) => setOpen(event.detail === 0 || !wasOpen.current)}
      >
        {priority ? `P${priority}` : <span className={styles.none}>None</span>}
      </Fact>
      <PriorityMenu tasks={[task]} open={isOpen} onClose={() => setOpen(false)} anchor={ref.current} />
    </>
  );
}
