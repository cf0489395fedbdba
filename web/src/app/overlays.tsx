import { lazy, Suspense } from "react";
import type { Id } from "../changes/rows";
import { useSignal } from "../signal";
import { QuickAdd } from "../tasks/add/quick-add";
import { TaskMenu } from "../tasks/list/task-menu";
import { Pickers } from "../tasks/pickers/pickers";
import type { Situation } from "./commands";
import { overlay } from "./overlay";

const Palette = lazy(async () => ({ default: (await import("./palette")).Palette }));
const ShortcutSheet = lazy(async () => ({ default: (await import("./shortcut-sheet")).ShortcutSheet }));

interface OverlaysProps {
  readonly situation: () => Situation;
  readonly onOpen: (task: Id) => void;
}

/** What lies over the page, one at a time. */
export function Overlays({ situation, onOpen }: OverlaysProps) {
  const name = useSignal(overlay)?.name;
  return (
    <>
      <QuickAdd onOpen={onOpen} />
      <Pickers />
      <TaskMenu situation={situation} />
      <Suspense fallback={null}>
        {name === "palette" && <Palette situation={situation()} />}
        {name === "shortcuts" && <ShortcutSheet />}
      </Suspense>
    </>
  );
}
