import { classes } from "./classes";
import { Icon } from "./icon";
import type { MenuItem } from "./menu";
import styles from "./menu.module.css";

interface MenuRowProps {
  readonly item: MenuItem;
  readonly onClose: () => void;
}

/** One item of a menu; the menu is closed before the item does its work, so that it may open something itself. */
export function MenuRow({ item, onClose }: MenuRowProps) {
  const select = () => {
    onClose();
    item.onSelect();
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a menuitemradio is checked or not; a menuitem is not.
    <button
      type="button"
      role={item.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={item.checked}
      tabIndex={-1}
      disabled={item.disabled}
      data-label={item.label}
      className={classes(styles.item, item.danger && styles.danger)}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={select}
    >
      {item.icon && <Icon name={item.icon} size={16} className={styles.icon} />}
      <span className="clip">{item.label}</span>
      {item.checked && <Icon name="check" size={16} className={styles.end} />}
      {item.end !== undefined && <span className={styles.end}>{item.end}</span>}
    </button>
  );
}
