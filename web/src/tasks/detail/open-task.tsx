import type { ReactNode } from "react";
import type { Id, Task } from "../../changes/rows";
import { Block } from "./block";
import { DoBar } from "./do-bar";
import { Facts } from "./facts";
import { PanelHead } from "./panel-head";
import { Reminders } from "./reminders";
import { Subtasks } from "./subtasks";
import { TaskNotes } from "./task-notes";
import styles from "./task-panel.module.css";
import { TaskTitle } from "./task-title";

interface OpenTaskProps {
  readonly task: Task;
  readonly back: string;
  readonly activity: ReactNode;
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}

/** The panel of a task that is there. */
export function OpenTask({ task, back, activity, onClose, onOpen }: OpenTaskProps) {
  return (
    <>
      <div className={styles.scroll}>
        <PanelHead task={task} back={back} onClose={onClose} onOpen={onOpen} />
        <div className={styles.body}>
          <TaskTitle task={task} />
          <TaskNotes task={task} />
          <Subtasks task={task} onOpen={onOpen} />
          <Facts task={task} />
          <Reminders task={task} />
          {activity && (
            <Block title="Activity" icon="activity">
              {activity}
            </Block>
          )}
        </div>
      </div>
      <DoBar task={task} />
    </>
  );
}
