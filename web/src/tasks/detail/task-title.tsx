import type { KeyboardEvent } from "react";
import type { Task } from "../../changes/rows";
import { classes } from "../../ui/classes";
import { Ring } from "../../ui/ring";
import { completeTasks, reopenTask } from "../mutations";
import { useSpace } from "../space-context";
import { GrowingText } from "./growing-text";
import { Overtaken } from "./overtaken";
import styles from "./task-title.module.css";
import { useDraft } from "./use-draft";

const LONGEST_TITLE = 500;

interface TaskTitleProps {
  readonly task: Task;
}

/** The ring and the title, which is written in place: Enter keeps it, Esc leaves it as it was. */
export function TaskTitle({ task }: TaskTitleProps) {
  const space = useSpace();
  const draft = useDraft(task, "title");
  const isDone = task.completed_at !== undefined;

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") draft.revert();
    event.currentTarget.blur();
  };

  return (
    <div className={styles.head}>
      <Ring
        className={styles.ring}
        label={task.title}
        checked={isDone}
        priority={task.priority}
        onChange={(checked) => (checked ? completeTasks(space, [task]) : reopenTask(space, task))}
      />
      <h2 className={classes(styles.title, isDone && !draft.isOpen && styles.done)}>
        <GrowingText
          aria-label="Title"
          value={draft.text}
          maxLength={LONGEST_TITLE}
          enterKeyHint="done"
          onFocus={draft.open}
          onChange={(event) => draft.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={draft.keep}
        />
        <Overtaken isOvertaken={draft.isOvertaken} onTake={draft.takeOther} />
      </h2>
    </div>
  );
}
