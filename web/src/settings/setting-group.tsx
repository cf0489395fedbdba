import type { ReactNode } from "react";
import styles from "./setting-group.module.css";

interface SettingGroupProps {
  readonly title: string;
  readonly about?: ReactNode;
  /** A button beside the title. */
  readonly end?: ReactNode;
  /** What could not be done here. */
  readonly refusal?: string | undefined;
  readonly children?: ReactNode;
}

/** Settings that belong together, under a title. */
export function SettingGroup({ title, about, end, refusal, children }: SettingGroupProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {end && <div className={styles.end}>{end}</div>}
      </div>
      {about && <p className={styles.about}>{about}</p>}
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      {children}
    </section>
  );
}
