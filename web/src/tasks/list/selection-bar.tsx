import type { Command } from "../../app/commands";
import { COMMANDS, keyWords, type Situation } from "../../app/commands";
import { useSignal } from "../../signal";
import { IconButton } from "../../ui/icon-button";
import { clearSelection, cursor } from "./cursor";
import styles from "./selection-bar.module.css";

const NAMES = ["done", "date", "move", "tags", "delete"];
const SHOWN: readonly Command[] = COMMANDS.filter(({ name }) => NAMES.includes(name));

/** What can be done with all that is selected, for those who point. */
export function SelectionBar({ situation }: { readonly situation: () => Situation }) {
  const { selected } = useSignal(cursor);
  if (selected.size === 0) return null;
  return (
    <div className={styles.bar} role="toolbar" aria-label="For all that are selected">
      <span className={styles.count} role="status">
        {selected.size} selected
      </span>
      {SHOWN.map(({ name, words, icon, keys, run }) => (
        <IconButton
          key={name}
          icon={icon}
          label={words}
          shortcut={keyWords(keys[0] ?? "")}
          onClick={() => run(situation())}
        />
      ))}
      <IconButton icon="x" label="Let go" shortcut="Esc" onClick={() => clearSelection()} />
    </div>
  );
}
