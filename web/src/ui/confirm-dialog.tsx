import type { ReactNode } from "react";
import { Button } from "./button";
import styles from "./confirm-dialog.module.css";
import { Dialog } from "./dialog";

interface ConfirmDialogProps {
  readonly open: boolean;
  /** The question: “Delete 12 tasks?” */
  readonly title: string;
  /** What it means, and whether there is a way back. */
  readonly children: ReactNode;
  /** The verb of the deed: “Delete”. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** A question before something that cannot be undone; the focus stands on the harmless answer. */
export function ConfirmDialog(given: ConfirmDialogProps) {
  const { open, title, children, confirm, danger = false, busy = false, onConfirm, onClose } = given;
  return (
    <Dialog label={title} role="alertdialog" open={open} onClose={onClose} className={styles.confirm}>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.words}>{children}</div>
        <div className={styles.do}>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
