import { useEffect } from "react";
import { useSignal } from "../signal";
import { useSpace } from "../tasks/space-context";
import { Toast } from "../ui/toast";
import { undo, undone } from "./undo";

/** What was just done, and the way back; or what was just taken back. */
export function UndoToast() {
  const space = useSpace();
  const step = useSignal(space.done);
  const back = useSignal(undone);
  useEffect(() => {
    if (step) undone.value = undefined;
  }, [step]);
  const dismiss = () => {
    if (space.done.value === step) space.done.value = undefined;
    if (undone.value === back) undone.value = undefined;
  };
  const way = step && { actionLabel: "Undo", shortcut: "Z", onAction: () => undo(space, step) };
  const said = step ? { text: step.words } : { text: back?.words, ...(back && { id: `undone ${back.place}` }) };
  return <Toast {...said} {...way} onDismiss={dismiss} />;
}
