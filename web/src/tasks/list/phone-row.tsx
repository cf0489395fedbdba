import { memo } from "react";
import { Link } from "wouter";
import { overlay } from "../../app/overlay";
import { now } from "../../dates/now";
import { timeWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import { Ring } from "../../ui/ring";
import { completeTasks, reopenTask } from "../mutations";
import { isLate } from "../rules";
import { useSpace } from "../space-context";
import { NowLine } from "./now-line";
import styles from "./phone-row.module.css";
import { DueWords, ParentTitle, ProjectName, Signs, TagNames, useTaskLabel } from "./row-parts";
import { useSwipe } from "./swipe";
import type { RowProps } from "./task-row";
import { useRowCursor } from "./task-row";
import { useSelecting } from "./use-selecting";

/** A task on two lines; swiped to the right it is done, to the left it is given a date, held it is selected. */
export const PhoneRow = memo(function PhoneRow({ task, column, minute, isAfterNow, href }: RowProps) {
  const space = useSpace();
  const label = useTaskLabel(task);
  const { isSelected } = useRowCursor(task.id);
  const selecting = useSelecting(task.id);
  const isDone = task.completed_at !== undefined;
  const moment = useSignal(now);
  const swipe = useSwipe({
    onRight: () => (isDone ? reopenTask(space, task) : completeTasks(space, [task])),
    onLeft: () => {
      overlay.value = { name: "date", tasks: [task] };
    },
  });
  return (
    <div className={styles.place}>
      {isAfterNow && <NowLine />}
      <div className={styles.swipe} {...swipe.handlers}>
        {swipe.side === "right" && (
          <span className={classes(styles.under, styles.right)}>
            <Icon name="check" />
            {isDone ? "Not done" : "Done"}
          </span>
        )}
        {swipe.side === "left" && (
          <span className={classes(styles.under, styles.left)}>
            Date
            <Icon name="calendar" />
          </span>
        )}
        <div
          ref={swipe.ref}
          className={classes(styles.row, isDone && styles.done, isSelected && styles.selected)}
          {...selecting}
        >
          <span className={styles.check}>
            <Ring
              label={label}
              size="large"
              checked={isDone}
              priority={task.priority}
              onChange={(checked) => (checked ? completeTasks(space, [task]) : reopenTask(space, task))}
            />
          </span>
          <div className={styles.words}>
            <Link href={href} id={`row-${task.id}`} className={styles.title} draggable={false}>
              {task.title}
              {isSelected && <span className="visually-hidden">, selected</span>}
            </Link>
            <div className={styles.meta}>
              {minute !== undefined && (
                <time className={classes(styles.when, isLate(task, moment) && styles.late)}>{timeWords(minute)}</time>
              )}
              {column !== "project" && <DueWords task={task} />}
              <Signs task={task} />
              {task.parent !== undefined && <ParentTitle task={task} />}
              {column !== "due" && <ProjectName task={task} />}
              <TagNames task={task} />
            </div>
          </div>
        </div>
      </div>
    </div>
  );
});
