import type { Id, Notice, Row } from "../changes/rows";
import { now } from "../dates/now";
import type { Now } from "../dates/when";
import { whenOf, whenOfInstant } from "../dates/when";
import { beforeWords, shortWhen, timeWords } from "../dates/words";
import { useSignal } from "../signal";
import { completeTasks } from "../tasks/mutations";
import { useRow, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { IconButton } from "../ui/icon-button";
import { readNotices } from "./mutations";
import styles from "./notice-toast.module.css";
import { lateBy, reminderOf } from "./notice-words";
import { useArrivals } from "./use-arrivals";

interface NoticeToastProps {
  readonly onOpen: (task: Id) => void;
}

const MOST_SHOWN = 3;

/** Reminders at their moment, each by its name: they stay until they are dealt with, and more queue behind them. */
export function NoticeToast({ onOpen }: NoticeToastProps) {
  const [waiting, putAway] = useArrivals();
  const shown = waiting.slice(0, MOST_SHOWN);
  return (
    <div role="status" className={styles.place}>
      {shown.map((notice, index) => (
        <Told
          key={notice.id}
          notice={notice}
          behind={index === MOST_SHOWN - 1 ? waiting.length - MOST_SHOWN : 0}
          onOpen={onOpen}
          onPutAway={() => putAway(notice.id)}
        />
      ))}
    </div>
  );
}

interface ToldProps extends NoticeToastProps {
  readonly notice: Notice;
  readonly behind: number;
  readonly onPutAway: () => void;
}

function Told({ notice, behind, onOpen, onPutAway }: ToldProps) {
  const space = useSpace();
  const task = useRow(notice.task);
  const present = useSignal(now);
  const title = task?.kind === "task" ? task.title : notice.title;
  const late = lateBy(notice.late_seconds);
  const done = () => {
    if (task?.kind === "task") completeTasks(space, [task]);
    readNotices(space, [notice]);
    onPutAway();
  };
  const open = () => {
    readNotices(space, [notice]);
    onPutAway();
    onOpen(notice.task);
  };
  return (
    <div className={styles.toast}>
      <span className={styles.dot} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.about}>
          {whatFor(notice, task, present)}
          {late && <span className={styles.late}> · {late}</span>}
          {behind > 0 && ` · ${behind} more`}
        </p>
      </div>
      <div className={styles.actions}>
        <Button size="small" icon="check" onClick={done}>
          Done
        </Button>
        <Button size="small" onClick={open}>
          Open
        </Button>
        <IconButton icon="x" size={16} label="Put away" onClick={onPutAway} />
      </div>
    </div>
  );
}

/** Return “Due now”, when it was, or which of its reminders it is and when the task is due. */
function whatFor(notice: Notice, task: Row | undefined, { zone, day, minute }: Now): string {
  const which = reminderOf(notice, task, zone);
  const at = whenOfInstant(notice.due_at, zone);
  const isNow = at.day === day && at.minute === minute;
  if (which === beforeWords("PT0M")) return isNow ? "Due now" : `Was due at ${timeWords(at.minute)}`;
  const due = task?.kind === "task" ? task.due : undefined;
  return due ? `${which} · due ${shortWhen(whenOf(due, zone), day).replace(/^To/, "to")}` : which;
}
