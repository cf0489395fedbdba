import type { Project, Task } from "../changes/rows";
import { now } from "../dates/now";
import { whenOf } from "../dates/when";
import { whenWords } from "../dates/words";
import { Marked } from "../search/marked";
import { useSignal } from "../signal";
import { PriorityRing } from "../tasks/add/priority-ring";
import { useRow } from "../tasks/space-context";
import { classes } from "../ui/classes";
import { Dot } from "../ui/dot";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-shapes";
import { Key } from "../ui/key";
import { Priority } from "../ui/priority";
import type { Option } from "./palette-groups";
import styles from "./palette-option.module.css";

interface PaletteOptionProps {
  readonly id: string;
  readonly option: Option;
  /** What was sought, folded. */
  readonly words: readonly string[];
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}

/** One line of the palette. */
export function PaletteOption({ id, option, words, isActive, onPoint, onRun }: PaletteOptionProps) {
  const { picture, about, keys } = option;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line, which has the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes(styles.option, isActive && styles.active)}
      onPointerMove={isActive ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <Picture picture={picture} />
      <span className="clip">
        <Marked text={option.words} words={words} />
      </span>
      <span className={styles.end}>
        {typeof picture !== "string" && picture.kind === "task" && <AboutTask task={picture} />}
        {about}
        {keys?.split(" ").map((key) => (
          <Key key={key}>{key}</Key>
        ))}
      </span>
    </div>
  );
}

function Picture({ picture }: { readonly picture: IconName | Task | Project }) {
  if (typeof picture === "string") return <Icon name={picture} className={styles.icon} />;
  if (picture.kind === "task") return <PriorityRing level={picture.priority} />;
  return <Dot color={picture.color} className={styles.dot} />;
}

function AboutTask({ task }: { readonly task: Task }) {
  const { day, zone } = useSignal(now);
  const project = useRow(task.project);
  return (
    <>
      {task.priority && <Priority level={task.priority} />}
      {task.due && <time>{whenWords(whenOf(task.due, zone), day)}</time>}
      {project?.kind === "project" && (
        <span className={styles.project}>
          <Dot color={project.color} />
          <span className="clip">{project.name}</span>
        </span>
      )}
    </>
  );
}
