import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-shapes";
import styles from "./choice.module.css";

interface ChoiceProps {
  /** The name that the choices of one question share. */
  readonly group: string;
  readonly icon: IconName;
  readonly name: string;
  readonly about?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** One of several answers, as a row that can be pressed anywhere. */
export function Choice({ group, icon, name, about, checked, onChoose }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <Icon name={icon} className={styles.icon} />
      <span>
        <span className={styles.name}>{name}</span>
        {about && <span className={styles.about}>{about}</span>}
      </span>
      <input type="radio" name={group} checked={checked} onChange={onChoose} className={styles.radio} />
    </label>
  );
}
