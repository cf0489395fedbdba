import { useLocation } from "wouter";
import { commandItem } from "../../app/command-item";
import type { Id, Task } from "../../changes/rows";
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

  const item = (name: string) =>
    commandItem(name, () => ({ space, tasks: [task], go, open: (other) => onOpen(other.id) }));
  const remove = item("delete");
  const out: MenuItem = { label: "Make it no subtask", icon: "up", onSelect: () => nest(space, task, undefined) };

  return [
    item("subtask"),
    item("move"),
    ...(task.parent === undefined ? [] : [out]),
    "line",
    item("tomorrow"),
    item("next-week"),
    item("reminder"),
    "line",
    {
      ...remove,
      danger: true,
      onSelect: () => {
        remove.onSelect();
        onClose();
      },
    },
  ];
}
