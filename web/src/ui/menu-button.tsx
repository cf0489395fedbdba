import { useRef, useState } from "react";
import { IconButton } from "./icon-button";
import type { IconName } from "./icon-shapes";
import { Menu, type MenuItems } from "./menu";
import { useToggle } from "./use-toggle";

interface MenuButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut?: string | undefined;
  readonly items: MenuItems;
  readonly className?: string | undefined;
  readonly tabIndex?: number;
}

/** A button with a picture that opens a menu under itself. */
export function MenuButton({ items, ...rest }: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const toggle = useToggle(
    () => isOpen,
    () => setOpen(true),
  );
  return (
    <>
      <IconButton {...rest} ref={ref} aria-haspopup="menu" aria-expanded={isOpen} {...toggle} />
      <Menu label={rest.label} open={isOpen} onClose={() => setOpen(false)} anchor={ref.current} items={items} />
    </>
  );
}
