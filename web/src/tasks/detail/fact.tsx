import type { ComponentProps, ReactNode } from "react";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import styles from "./facts.module.css";

interface FactProps extends Omit<ComponentProps<"button">, "children"> {
  readonly icon: IconName;
  readonly name: string;
  readonly shortcut?: string;
  readonly iconClass?: string | undefined;
  readonly children: ReactNode;
}

/** One fact of a task: a press changes it. */
export function Fact({ icon, name, shortcut, iconClass, children, ...rest }: FactProps) {
  return (
    <li>
      <button
        type="button"
        aria-haspopup="dialog"
        title={shortcut && `${name}  ${shortcut}`}
        {...rest}
        className={styles.fact}
      >
        <Icon name={icon} size={16} className={classes(styles.icon, iconClass)} />
        <span className={styles.name}>{name}</span>
        <span className={styles.value}>{children}</span>
      </button>
    </li>
  );
}
