import { Fragment } from "react";
import { Key } from "../ui/key";
import { SettingGroup } from "./setting-group";
import styles from "./shortcut-list.module.css";

/** Keys that belong together. */
export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** What a key does. */
export interface Shortcut {
  readonly label: string;
  /** Any one of these; keys pressed one after the other stand apart, as in `G I`. */
  readonly keys: readonly string[];
}

/** Every key, by what it is for. */
export function ShortcutList({ groups }: { readonly groups: readonly ShortcutGroup[] }) {
  return groups.map((group) => <Group key={group.title} group={group} />);
}

function Group({ group }: { readonly group: ShortcutGroup }) {
  return (
    <SettingGroup title={group.title}>
      <ul className={styles.list}>
        {group.shortcuts.map((shortcut) => (
          <li key={shortcut.label} className={styles.shortcut}>
            {shortcut.label}
            <span className={styles.keys}>
              {shortcut.keys.map((keys, index) => (
                <Fragment key={keys}>
                  {index > 0 && "or"}
                  {keys.split(" ").map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </Fragment>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </SettingGroup>
  );
}
