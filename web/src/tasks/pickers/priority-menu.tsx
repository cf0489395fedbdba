import type { PriorityLevel, Task } from "../../changes/rows";
import { Key } from "../../ui/key";
import { Menu, type MenuItem } from "../../ui/menu";
import { prioritise } from "../mutations";
import { useSpace } from "../space-context";

interface PriorityMenuProps {
  readonly tasks: readonly Task[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly anchor: Element | null;
}

/** The four priorities, and none. */
export function PriorityMenu({ tasks, ...menu }: PriorityMenuProps) {
  const space = useSpace();
  const item = (priority: PriorityLevel | undefined): MenuItem => ({
    label: priority ? `Priority ${priority}` : "No priority",
    icon: priority ? `flag-${priority}` : "x",
    end: <Key>{priority ?? 0}</Key>,
    checked: tasks.every((task) => task.priority === priority),
    onSelect: () => prioritise(space, tasks, priority),
  });
  return <Menu label="Priority" {...menu} items={[item(1), item(2), item(3), item(4), "line", item(undefined)]} />;
}
