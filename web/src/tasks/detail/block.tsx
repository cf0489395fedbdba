import type { ReactNode } from "react";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import styles from "./block.module.css";

interface BlockProps {
  readonly title: string;
  readonly icon: IconName;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the panel under a hairline, with its name. */
export function Block({ title, icon, end, children }: BlockProps) {
  return (
    <section className={styles.block}>
      <div className={styles.head}>
        <Icon name={icon} size={16} className={styles.icon} />
        <h3 className={styles.title}>{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}
