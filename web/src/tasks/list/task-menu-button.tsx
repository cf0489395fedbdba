import { overlay } from "../../app/overlay";
import type { Task } from "../../changes/rows";
import { IconButton } from "../../ui/icon-button";
import { useToggle } from "../../ui/use-toggle";

interface TaskMenuButtonProps {
  readonly tasks: () => readonly Task[];
  readonly tabIndex?: number;
}

/** Opens the menu of what can be done with the tasks, under itself. */
export function TaskMenuButton({ tasks, ...rest }: TaskMenuButtonProps) {
  const toggle = useToggle(
    () => overlay.value?.name === "menu",
    (anchor) => {
      overlay.value = { name: "menu", tasks: tasks(), anchor };
    },
  );
  return <IconButton icon="more" label="More" aria-haspopup="menu" {...rest} {...toggle} />;
}
