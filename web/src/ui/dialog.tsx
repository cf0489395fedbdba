import { type MouseEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { classes } from "./classes";
import styles from "./dialog.module.css";
import { useLayer } from "./use-layer";

interface DialogProps {
  readonly label: string;
  readonly open: boolean;
  /** Esc or a press on the veil asks for it: set `open` to false. */
  readonly onClose: () => void;
  readonly place?: "top" | "centre";
  readonly role?: "dialog" | "alertdialog";
  readonly className?: string | undefined;
  /** Made anew at each opening. */
  readonly children: ReactNode;
}

/** A sheet over the page, which is out of reach until it closes; the focus then goes back to where it was. */
export function Dialog({ label, open, onClose, place = "centre", role, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!open || dialog === null) return;
    dialog.showModal();
    return () => dialog.close();
  }, [open]);
  useLayer(open, onClose, ref);

  const closeFromVeil = (event: MouseEvent) => {
    if (event.target !== event.currentTarget) return;
    // Else the press would take the focus after it was given back.
    event.preventDefault();
    onClose();
  };

  return (
    <dialog
      ref={ref}
      role={role}
      aria-label={label}
      onMouseDown={closeFromVeil}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // One that was closed and opened again at once hears of its first closing late.
      onClose={(event) => open && !event.currentTarget.open && onClose()}
      className={classes(styles.dialog, styles[place], className)}
    >
      {open && children}
    </dialog>
  );
}
