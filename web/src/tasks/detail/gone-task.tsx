import type { Row } from "../../changes/rows";
import { useSignal } from "../../signal";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { IconButton } from "../../ui/icon-button";
import { restoreRow } from "../mutations";
import { useRow, useSpace } from "../space-context";
import styles from "./gone-task.module.css";

interface GoneTaskProps {
  /** What is left of it, if anything. */
  readonly row: Row | undefined;
  readonly onClose: () => void;
}

/** A task that is in the Trash, or that nobody knows any more. */
export function GoneTask({ row, onClose }: GoneTaskProps) {
  const space = useSpace();
  const taker = useRow(row?.deleted_with);
  const task = row?.kind === "task" ? row : undefined;
  // What went there with something else comes back with it.
  const root = taker?.kind === "task" || taker?.kind === "project" ? taker : task;
  const isReady = useSignal(space.ready);
  return (
    <div className={styles.gone} hidden={!isReady}>
      <IconButton icon="x" label="Close" shortcut="Esc" className={styles.close} onClick={onClose} />
      {task && root ? (
        <>
          <EmptyState title="In the Trash" className={styles.words}>
            <q>{task.title}</q>
            {root !== task &&
              ` went there with “${root.kind === "task" ? root.title : root.name}”, and comes back with it.`}
          </EmptyState>
          <Button icon="undo" onClick={() => restoreRow(space, root)}>
            Restore
          </Button>
        </>
      ) : (
        <EmptyState title="This task is gone" className={styles.words}>
          It was deleted for good, or it is not yours.
        </EmptyState>
      )}
    </div>
  );
}
