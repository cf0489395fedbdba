import { ShortcutList } from "../settings/shortcut-list";
import { useSignal } from "../signal";
import { Dialog } from "../ui/dialog";
import { IconButton } from "../ui/icon-button";
import { closeOverlay, overlay } from "./overlay";
import styles from "./shortcut-sheet.module.css";
import { SHORTCUT_GROUPS } from "./shortcuts";

// The short ones first: the two columns are about as long then.
const GROUPS = SHORTCUT_GROUPS.toSorted((one, other) => one.shortcuts.length - other.shortcuts.length);

/** Every key and what it does, over the page. */
export function ShortcutSheet() {
  const asked = useSignal(overlay);
  return (
    <Dialog label="Shortcuts" open={asked?.name === "shortcuts"} onClose={closeOverlay} className={styles.sheet}>
      <header className={styles.head}>
        <h1 className={styles.title}>Shortcuts</h1>
        <IconButton icon="x" label="Close" shortcut="Esc" onClick={closeOverlay} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section className={styles.groups} tabIndex={0} aria-label="All shortcuts">
        <ShortcutList groups={GROUPS} />
      </section>
    </Dialog>
  );
}
