import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-shapes";
import styles from "./setting.module.css";

interface SettingProps {
  readonly icon: IconName;
  readonly name: ReactNode;
  /** A few muted words after the name. */
  readonly aside?: string | undefined;
  readonly about?: ReactNode;
  readonly end?: ReactNode;
}

/** One setting: what it is, what it means, and what sets it. */
export function Setting({ icon, name, aside, about, end }: SettingProps) {
  return (
    <div className={styles.setting}>
      <Icon name={icon} className={styles.icon} />
      <div>
        <div className={styles.name}>
          {name}
          {aside && <span className={styles.aside}> · {aside}</span>}
        </div>
        {about && <div className={styles.about}>{about}</div>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
