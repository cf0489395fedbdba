import { useLocation } from "wouter";
import { COMMANDS, type Command, keyWords } from "../../app/commands";
import type { Id, Task } from "../../changes/rows";
import { Key } from "../../ui/key";
import type { MenuItem, MenuItems } from "../../ui/menu";
import { nest } from "../mutations";
import { useSpace } from "../space-context";

interface Around {
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}

/** Return what can be done with the task that is open: the commands, with their keys. */
export function useTaskMenu(task: Task, { onClose, onOpen }: Around): MenuItems {
  const space = useSpace();
  const [, go] = useLocation();

  const item = (name: string): MenuItem[] => {
    const command = COMMANDS.find((known) => known.name === name);
    return command ? [itemOf(command)] : [];
  };
  const itemOf = ({ words, icon, keys: [key], run }: Command): MenuItem => ({
    label: words,
    icon,
    end: key && <Key>{keyWords(key)}</Key>,
    onSelect: () => run({ space, tasks: [task], go, open: (other) => onOpen(other.id) }),
  });
  const out: MenuItem = { label: "Make it no subtask", icon: "up", onSelect: () => nest(space, task, undefined) };

  return [
    ...item("subtask"),
    ...item("move"),
    ...(task.parent === undefined ? [] : [out]),
    "line",
    ...item("tomorrow"),
    ...item("next-week"),
    ...item("reminder"),
    "line",
    ...item("delete").map((remove) => ({
      ...remove,
      danger: true,
      onSelect: () => {
        remove.onSelect();
        onClose();
      },
    })),
  ];
}
