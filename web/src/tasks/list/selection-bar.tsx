import { COMMANDS, keyWords, type Situation } from "../../app/commands";
import { PHONE, useMedia } from "../../media";
import { useSignal } from "../../signal";
import { IconButton } from "../../ui/icon-button";
import { useLayer } from "../../ui/use-layer";
import { clearSelection, cursor, MOVES, mover } from "./cursor";
import styles from "./selection-bar.module.css";
import { TaskMenuButton } from "./task-menu-button";

const WIDE = ["done", "date", "move", "tags", "delete"];
const NARROW = ["done", "date"];

/** What can be done with all that is selected, for those who point. */
export function SelectionBar({ situation }: { readonly situation: () => Situation }) {
  const { selected } = useSignal(cursor);
  const isPhone = useMedia(PHONE);
  useLayer(isPhone && selected.size > 0, clearSelection);
  if (selected.size === 0) return null;
  const names = isPhone ? NARROW : WIDE;
  return (
    <div className={styles.bar} role="toolbar" aria-label="For all that are selected">
      <span className={styles.count} role="status">
        {selected.size} selected
      </span>
      {COMMANDS.filter(({ name }) => names.includes(name)).map(({ name, words, icon, keys, run }) => (
        <IconButton
          key={name}
          icon={icon}
          label={words}
          shortcut={keyWords(keys[0] ?? "")}
          onClick={() => run(situation())}
        />
      ))}
      <Movers rows={[...selected]} />
      <TaskMenuButton tasks={() => situation().tasks} />
      <IconButton icon="x" label="Let go" shortcut="Esc" onClick={clearSelection} />
    </div>
  );
}

/** The twins of the drag, where the person gives the order. */
function Movers({ rows }: { readonly rows: readonly string[] }) {
  const movable = useSignal(mover);
  if (!movable) return null;
  return MOVES.map(({ steps, words, icon, keys }) => (
    <IconButton
      key={steps}
      icon={icon}
      label={words}
      shortcut={keyWords(keys)}
      disabled={!movable.canPlace(rows, steps)}
      onClick={() => movable.place(rows, steps)}
    />
  ));
}
