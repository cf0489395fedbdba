import { closeOverlay, overlay } from "../../app/overlay";
import type { Id } from "../../changes/rows";
import { useSignal } from "../../signal";
import { Dialog } from "../../ui/dialog";
import { AddForm } from "./add-form";
import { useWarmParser } from "./use-warm-parser";

interface QuickAddProps {
  readonly onOpen: (task: Id) => void;
}

/** The line that adds tasks, over whatever is on the screen. */
export function QuickAdd({ onOpen }: QuickAddProps) {
  const asked = useSignal(overlay);
  useWarmParser();
  const open = (task: Id) => {
    closeOverlay();
    onOpen(task);
  };
  return (
    <Dialog label="Add a task" place="top" open={asked?.name === "add"} onClose={closeOverlay}>
      {asked?.name === "add" && <AddForm place={asked.place} text={asked.text} onOpen={open} />}
    </Dialog>
  );
}
