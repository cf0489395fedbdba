import { useRef, useState } from "react";
import { IconButton } from "./icon-button";
import type { IconName } from "./icon-shapes";
import { Menu, type MenuItems } from "./menu";

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
  const wasOpen = useRef(false);
  return (
    <>
      <IconButton
        {...rest}
        ref={ref}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // A press on the button closes the menu by itself, and its click must not open it again.
        onPointerDown={() => {
          wasOpen.current = isOpen;
        }}
        onClick={(event) => {
          setOpen(event.detail === 0 || !wasOpen.current);
        }}
      />
      <Menu label={rest.label} open={isOpen} onClose={() => setOpen(false)} anchor={ref.current} items={items} />
    </>
  );
}
