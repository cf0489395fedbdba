import { useSignal } from "../signal";
import { useSpace } from "../tasks/space-context";
import { Toast } from "../ui/toast";

/** What was just done, and the way back. */
export function UndoToast() {
  const space = useSpace();
  const step = useSignal(space.done);
  const dismiss = () => {
    if (space.done.value === step) space.done.value = undefined;
  };
  return (
    <Toast
      text={step?.words}
      actionLabel="Undo"
      shortcut="Z"
      onAction={() => step && space.undo(step)}
      onDismiss={dismiss}
    />
  );
}
