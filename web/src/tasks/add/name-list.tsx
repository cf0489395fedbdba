import type { Project } from "../../changes/rows";
import { classes } from "../../ui/classes";
import { Dot } from "../../ui/dot";
import { Icon } from "../../ui/icon";
import styles from "./name-list.module.css";

interface NameListProps {
  readonly id: string;
  readonly sign: "#" | "@";
  readonly names: readonly string[];
  readonly projects: readonly Project[];
  /** Which one Enter takes; -1 is none. */
  readonly at: number;
  readonly onTake: (name: string) => void;
}

/** Names that go on as typed, to be taken by a key or a press; the focus stays in the line. */
export function NameList({ id, sign, names, projects, at, onTake }: NameListProps) {
  return (
    <div id={id} role="listbox" aria-label={sign === "#" ? "Projects" : "Tags"} className={styles.list}>
      {names.map((name, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line, which has the focus.
        <div
          key={name}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={classes(styles.name, index === at && styles.at)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(name)}
        >
          {sign === "#" ? (
            <Dot color={projects.find((project) => project.name === name)?.color} className={styles.dot} />
          ) : (
            <Icon name="tag" size={16} />
          )}
          <span className="clip">{name}</span>
        </div>
      ))}
    </div>
  );
}
