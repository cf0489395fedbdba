import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** A page that is no list of tasks: its title, what it is about, and what it holds. */
export function Page({ title, about, tools, children }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {about && <p className={styles.about}>{about}</p>}
        </div>
        {tools && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </div>
  );
}
