import { useSignal } from "../signal";
import { Dialog } from "../ui/dialog";
import type { Situation } from "./commands";
import { closeOverlay, overlay } from "./overlay";
import styles from "./palette.module.css";
import { PaletteForm } from "./palette-form";

interface PaletteProps {
  readonly situation: Situation;
}

/** All that one can do, find or go to, by a few letters. */
export function Palette({ situation }: PaletteProps) {
  const asked = useSignal(overlay);
  const isOpen = asked?.name === "palette";
  return (
    <Dialog label="Commands and search" place="top" open={isOpen} onClose={closeOverlay} className={styles.palette}>
      {isOpen && <PaletteForm situation={situation} text={asked.text ?? ""} />}
    </Dialog>
  );
}
