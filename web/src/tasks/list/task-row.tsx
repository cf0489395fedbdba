import type { DragEvent } from "react";
import { memo, useState, useSyncExternalStore } from "react";
import { Link } from "wouter";
import { overlay } from "../../app/overlay";
import type { Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { timeWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icon";
import { IconButton } from "../../ui/icon-button";
import { Ring } from "../../ui/ring";
import { completeTasks, reopenTask } from "../mutations";
import { isLate } from "../rules";
import { useSpace } from "../space-context";
import { cursor } from "./cursor";
import type { Column } from "./entries";
import { LastColumn } from "./last-column";
import { NowLine } from "./now-line";
import { ParentTitle, Signs, TagNames, useTaskLabel } from "./row-parts";
import { TaskMenuButton } from "./task-menu-button";
import styles from "./task-row.module.css";
import { useSelecting } from "./use-selecting";
import { useTouchedElsewhere } from "./use-touched-elsewhere";

export interface RowProps {
  readonly task: Task;
  readonly column: Column;
  readonly minute?: number | undefined;
  readonly isAfterNow?: boolean | undefined;
  /** The task is open in the panel. */
  readonly isOpen: boolean;
  /** Where the row leads: the same view with the task open. */
  readonly href: string;
  readonly drag?: RowDrag | undefined;
}

/** How a row is moved by hand: what is dragged, and where it would be dropped. */
export interface RowDrag {
  /** Whether rows may be put elsewhere in this list. */
  readonly canPlace: boolean;
  readonly onStart: (task: Task, event: DragEvent) => void;
  readonly onOver: (task: Task, event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** A task on one line. */
export const TaskRow = memo(function TaskRow(props: RowProps) {
  const { task, column, minute, isAfterNow, isOpen, href, drag } = props;
  const space = useSpace();
  const label = useTaskLabel(task);
  const { isHere, isSelected } = useRowCursor(task.id);
  const [isUnderPointer, setUnderPointer] = useState(false);
  const isAsked = useIsAsked(task.id);
  const isHot = isUnderPointer || isAsked;
  const selecting = useSelecting(task.id);
  const isTouched = useTouchedElsewhere(task);
  const isDone = task.completed_at !== undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: each thing that the pointer does here has a key and a button.
    <div
      className={classes(
        styles.row,
        isDone && styles.done,
        (isSelected || isOpen) && styles.selected,
        isHere && styles.here,
        isAsked && styles.asked,
        isTouched && styles.touched,
      )}
      {...selecting}
      onPointerEnter={({ pointerType }) => setUnderPointer(pointerType === "mouse")}
      onPointerLeave={() => setUnderPointer(false)}
      onDragOver={drag && ((event) => drag.onOver(task, event))}
      onDrop={drag?.onDrop}
    >
      {isAfterNow && <NowLine />}
      {drag && isHot && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys' way is Alt with an arrow.
        <span
          className={styles.grip}
          draggable
          title={drag.canPlace ? "Drag, or Alt ↑ ↓" : "Drag it onto a project"}
          onDragStart={(event) => drag.onStart(task, event)}
        >
          <Icon name="grip" size={16} />
        </span>
      )}
      <Hour task={task} minute={minute} />
      <Ring
        label={label}
        checked={isDone}
        priority={task.priority}
        tabIndex={isHere ? 0 : -1}
        onChange={(checked) => (checked ? completeTasks(space, [task]) : reopenTask(space, task))}
      />
      <span className={styles.titleLine}>
        <Link
          href={href}
          draggable={false}
          className={styles.title}
          id={`row-${task.id}`}
          tabIndex={isHere ? 0 : -1}
          title={task.title}
        >
          {task.title}
          {isSelected && <span className="visually-hidden">, selected</span>}
        </Link>
        {task.parent !== undefined && <ParentTitle task={task} />}
        <Signs task={task} />
      </span>
      <span className={styles.tags}>
        <TagNames task={task} />
      </span>
      <span className={styles.column}>
        <LastColumn task={task} column={column} />
      </span>
      {isHot && !isDone && <RowActions task={task} />}
    </div>
  );
});

function RowActions({ task }: { readonly task: Task }) {
  const pick = (name: "date" | "reminder" | "project" | "tags") => () => {
    overlay.value = { name, tasks: [task] };
  };
  return (
    <span className={styles.actions}>
      <IconButton icon="calendar" label="Date" shortcut="D" tabIndex={-1} onClick={pick("date")} />
      <IconButton icon="bell" label="Reminder" shortcut="R" tabIndex={-1} onClick={pick("reminder")} />
      <IconButton icon="folder" label="Move" shortcut="V" tabIndex={-1} onClick={pick("project")} />
      <TaskMenuButton tasks={() => [task]} tabIndex={-1} />
    </span>
  );
}

function Hour({ task, minute }: Pick<RowProps, "task" | "minute">) {
  const moment = useSignal(now);
  if (minute === undefined) return <span />;
  return <time className={classes(styles.when, isLate(task, moment) && styles.late)}>{timeWords(minute)}</time>;
}

/** Tell whether the row's menu is open. */
function useIsAsked(id: string): boolean {
  return useSyncExternalStore(overlay.listen, () => {
    const over = overlay.value;
    return over !== undefined && "anchor" in over && over.tasks.some((task) => task.id === id);
  });
}

/** Return what the keyboard does with the row; the row is drawn again only when that changes. */
export function useRowCursor(id: string): { readonly isHere: boolean; readonly isSelected: boolean } {
  const state = useSyncExternalStore(cursor.listen, () => {
    const { at, selected } = cursor.value;
    return (at === id ? 1 : 0) + (selected.has(id) ? 2 : 0);
  });
  return { isHere: state % 2 === 1, isSelected: state > 1 };
}
