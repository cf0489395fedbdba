import { COMMANDS, keyWords, type Situation } from "../../app/commands";
import { overlay } from "../../app/overlay";
import { PHONE, useMedia } from "../../media";
import { useSignal } from "../../signal";
import { IconButton } from "../../ui/icon-button";
import { useLayer } from "../../ui/use-layer";
import { clearSelection, cursor, mover } from "./cursor";
import styles from "./selection-bar.module.css";

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
      <IconButton
        icon="more"
        label="More"
        aria-haspopup="menu"
        onClick={({ currentTarget: anchor }) => {
          overlay.value = { name: "menu", tasks: situation().tasks, anchor };
        }}
      />
      <IconButton icon="x" label="Let go" shortcut="Esc" onClick={clearSelection} />
    </div>
  );
}

/** The twins of the drag, where the person gives the order. */
function Movers({ rows }: { readonly rows: readonly string[] }) {
  const movable = useSignal(mover);
  if (!movable) return null;
  return ([-1, 1] as const).map((steps) => (
    <IconButton
      key={steps}
      icon={steps < 0 ? "up" : "down"}
      label={steps < 0 ? "Move up" : "Move down"}
      shortcut={keyWords(steps < 0 ? "Alt+ArrowUp" : "Alt+ArrowDown")}
      disabled={!movable.canPlace(rows, steps)}
      onClick={() => movable.place(rows, steps)}
    />
  ));
}
