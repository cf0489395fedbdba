import type { ReactNode } from "react";
import { drawer } from "../../app/overlay";
import { PageTitle } from "../../app/page-title";
import { BellButton } from "../../notifications/bell-button";
import { IconButton } from "../../ui/icon-button";
import styles from "./list-header.module.css";

interface ListHeaderProps {
  readonly title: string;
  readonly about?: ReactNode;
  /** A few words at the end, where there is room. */
  readonly aside?: ReactNode;
  readonly tools?: ReactNode;
  /** Below the title. */
  readonly children?: ReactNode;
}

/** What a view is called, over its list; it stays when the list scrolls. */
export function ListHeader({ title, about, aside, tools, children }: ListHeaderProps) {
  return (
    <header className={styles.header}>
      <PageTitle name={title} />
      <div className={styles.line}>
        <h1 className={styles.title}>{title}</h1>
        {about && <span className={styles.about}>{about}</span>}
        <div className={styles.tools}>
          {aside && <span className={styles.aside}>{aside}</span>}
          {tools}
          <span className={styles.phone}>
            <BellButton />
            <IconButton icon="sidebar" label="More places" onClick={openDrawer} />
          </span>
        </div>
      </div>
      {children}
    </header>
  );
}

function openDrawer(): void {
  drawer.value = true;
}
