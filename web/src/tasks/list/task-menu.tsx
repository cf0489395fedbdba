import { commandItem } from "../../app/command-item";
import type { Situation } from "../../app/commands";
import { keyWords } from "../../app/commands";
import { closeOverlay, overlay } from "../../app/overlay";
import { useSignal } from "../../signal";
import { Key } from "../../ui/key";
import { Menu, type MenuItem, type MenuItems } from "../../ui/menu";
import { PriorityMenu } from "../pickers/priority-menu";
import { useLiveTasks } from "../pickers/use-live-tasks";
import { MOVES, type Mover, mover } from "./cursor";

const NONE: Situation["tasks"] = [];

/** What can be done with a row, or with all that are selected, under what was pressed. */
export function TaskMenu({ situation }: { readonly situation: () => Situation }) {
  const over = useSignal(overlay);
  const movable = useSignal(mover);
  const asked = over && "anchor" in over ? over : undefined;
  const tasks = useLiveTasks(asked?.tasks ?? NONE);
  const [first] = tasks;
  if (!asked || !first) return null;
  const { anchor, name } = asked;
  // Another overlay may have taken its place by the time that a menu hears of its end.
  const close = () => overlay.value === asked && closeOverlay();
  if (name === "priority") return <PriorityMenu tasks={tasks} open anchor={anchor} onClose={close} />;
  const label = tasks.length === 1 ? `For “${first.title}”` : `For ${tasks.length} tasks`;
  const items = itemsFor({ ...situation(), tasks }, anchor, movable);
  return <Menu label={label} open anchor={anchor} onClose={close} items={items} />;
}

function itemsFor(situation: Situation, anchor: Element, movable: Mover | undefined): MenuItems {
  const { tasks } = situation;
  const item = (name: string) => commandItem(name, () => situation);
  const priority: MenuItem = {
    label: "Priority …",
    icon: "flag-4",
    end: <Key>1 – 4</Key>,
    onSelect: () => {
      overlay.value = { name: "priority", tasks, anchor };
    },
  };
  const isDone = tasks.every(({ completed_at }) => completed_at !== undefined);
  return [
    { ...item("done"), label: isDone ? "Not done" : "Done" },
    ...(tasks.length === 1 ? [item("open")] : []),
    "line",
    item("date"),
    priority,
    item("reminder"),
    item("move"),
    item("tags"),
    ...(movable ? ["line" as const, ...moveItems(situation, movable)] : []),
    "line",
    { ...item("delete"), danger: true },
  ];
}

function moveItems({ tasks }: Situation, movable: Mover): MenuItem[] {
  const ids = tasks.map(({ id }) => id);
  return MOVES.map(({ steps, words, icon, keys }) => ({
    label: words,
    icon,
    end: <Key>{keyWords(keys)}</Key>,
    disabled: !movable.canPlace(ids, steps),
    onSelect: () => movable.place(ids, steps),
  }));
}
