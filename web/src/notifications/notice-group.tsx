import type { Id, Notice, Task } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { now } from "../dates/now";
import type { Now } from "../dates/when";
import { whenOfInstant } from "../dates/when";
import { shortWhen } from "../dates/words";
import { inFull } from "../moments";
import { useSignal } from "../signal";
import { completeTasks, reopenTask } from "../tasks/mutations";
import { useRow, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { classes } from "../ui/classes";
import { Ring } from "../ui/ring";
import type { Moment } from "../ui/trail";
import { Trail } from "../ui/trail";
import { readNotices } from "./mutations";
import styles from "./notice-group.module.css";
import type { NoticeGroup as Notices } from "./notice-groups";
import { lateBy, reminderOf } from "./notice-words";

interface NoticeGroupProps {
  readonly group: Notices;
  readonly onOpen: (task: Id) => void;
}

/** A task, when it reminded of itself, and what to do about it. */
export function NoticeGroup({ group, onOpen }: NoticeGroupProps) {
  const space = useSpace();
  const present = useSignal(now);
  const row = useRow(group.task);
  const task = row?.kind === "task" && isAlive(row) ? row : undefined;
  const isDone = task?.completed_at !== undefined;
  const title = task?.title ?? group.notices[0]?.title ?? "";
  const read = () => readNotices(space, group.notices);
  const toggle = () => {
    if (task && isDone) reopenTask(space, task);
    else if (task) completeTasks(space, [task]);
    read();
  };
  const open = () => {
    read();
    onOpen(group.task);
  };
  return (
    <li className={classes(styles.group, isDone && styles.isDone, group.isUnread && styles.unread)}>
      {group.isUnread && (
        <span className={styles.dot}>
          <span className="visually-hidden">Unread</span>
        </span>
      )}
      <div className={styles.head}>
        {task ? <Ring label={title} priority={task.priority} checked={isDone} onChange={toggle} /> : <span />}
        <h2 className={classes("clip", styles.title)}>{title}</h2>
      </div>
      <Trail items={group.notices.map((notice) => momentOf(notice, task, present))} label="Reminders" />
      <div className={styles.actions}>
        {task && !isDone && (
          <Button size="small" icon="check" onClick={toggle}>
            Done
          </Button>
        )}
        {task && (
          <Button size="small" onClick={open}>
            Open
          </Button>
        )}
        {group.isUnread && (
          <Button size="small" kind="quiet" onClick={read}>
            Mark read
          </Button>
        )}
        {!task && <span className={styles.gone}>The task was deleted.</span>}
      </div>
    </li>
  );
}

function momentOf(notice: Notice, task: Task | undefined, present: Now): Moment {
  const late = lateBy(notice.late_seconds);
  return {
    id: notice.id,
    spot: "due",
    head: (
      <>
        {reminderOf(notice, task, present.zone)} {late && <Chip tone="late">{late}</Chip>}
      </>
    ),
    at: shortWhen(whenOfInstant(notice.due_at, present.zone), present.day),
    dateTime: notice.due_at,
    title: inFull(new Date(notice.due_at), present.zone),
  };
}
