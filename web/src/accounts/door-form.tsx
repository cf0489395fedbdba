import type { ReactNode, SubmitEvent } from "react";
import { Button } from "../ui/button";
import styles from "./door.module.css";

interface DoorFormProps {
  /** The verb on its button. */
  readonly send: string;
  readonly isBusy: boolean;
  readonly refusal: string | undefined;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** What is filled in at the door, and what was refused that no input alone is to blame for. */
export function DoorForm({ send, isBusy, refusal, onSend, children }: DoorFormProps) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={submit}>
      {children}
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      <Button type="submit" kind="primary" size="large" busy={isBusy} className={styles.send}>
        {send}
      </Button>
    </form>
  );
}
