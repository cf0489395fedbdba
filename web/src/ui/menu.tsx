import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import type { IconName } from "./icon-shapes";
import styles from "./menu.module.css";
import { itemAfter, itemTyped } from "./menu-keys";
import { placeMenu } from "./menu-place";
import { MenuRow } from "./menu-row";
import { useLayer } from "./use-layer";

/** One thing to do or to choose. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** What stands at the end: an hour, or a `<Key>`. */
  readonly end?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** For one of several choices: whether it is the present one. */
  readonly checked?: boolean | undefined;
  readonly onSelect: () => void;
}

/** What a menu holds; "line" parts what stands above from what stands below. */
export type MenuItems = readonly (MenuItem | "line")[];

interface MenuProps {
  readonly label: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Under which element it opens. */
  readonly anchor: Element | null;
  readonly items: MenuItems;
}

/** A list of things to do, over the page, moved through by arrows and first letters. */
export function Menu(props: MenuProps) {
  return props.open && <OpenMenu {...props} />;
}

const TYPING_MILLISECONDS = 600;

function OpenMenu({ label, onClose, anchor, items }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const before = useRef<Element | null>(null);

  useLayoutEffect(() => {
    const menu = ref.current;
    if (menu === null) return;
    before.current = document.activeElement;
    menu.showPopover();
    place(menu, anchor);
    buttonsOf(menu)[0]?.focus({ preventScroll: true });
  }, [anchor]);

  const close = () => {
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    onClose();
  };
  useLayer(true, close);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close();
      return;
    }
    const next = nextItem(event, buttonsOf(ref.current), typed.current);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      ref={ref}
      role="menu"
      tabIndex={-1}
      popover="auto"
      aria-label={label}
      className={styles.menu}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === "closed" && onClose()}
    >
      <div className={styles.heading} aria-hidden="true">
        {label}
      </div>
      {items.map((item, index) =>
        item === "line" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place.
          <hr key={`line ${index}`} className={styles.line} />
        ) : (
          <MenuRow key={item.label} item={item} onClose={close} />
        ),
      )}
    </div>
  );
}

function place(menu: HTMLElement, anchor: Element | null): void {
  if (anchor === null) return;
  const { width, height } = menu.getBoundingClientRect();
  const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
  const { left, top } = placeMenu(anchor.getBoundingClientRect(), { width, height }, screen);
  menu.style.setProperty("--left", `${left}px`);
  menu.style.setProperty("--top", `${top}px`);
}

function buttonsOf(menu: HTMLElement | null): HTMLButtonElement[] {
  return [...(menu?.querySelectorAll<HTMLButtonElement>("button:not(:disabled)") ?? [])];
}

function nextItem(
  event: KeyboardEvent,
  buttons: readonly HTMLButtonElement[],
  typed: { text: string; at: number },
): HTMLButtonElement | undefined {
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const moved = itemAfter(event.key, index, buttons.length);
  if (moved !== undefined) return buttons[moved];
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isSpaceAlone = event.key === " " && typed.text === "";
  if (!isLetter || isSpaceAlone) return undefined;
  typed.text = event.timeStamp - typed.at > TYPING_MILLISECONDS ? event.key : typed.text + event.key;
  typed.at = event.timeStamp;
  const labels = buttons.map((button) => button.dataset.label ?? "");
  return buttons[itemTyped(typed.text, index, labels) ?? -1];
}
