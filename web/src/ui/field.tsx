import { type ReactNode, useId } from "react";
import styles from "./field.module.css";

/** What ties an input to the words around it: spread it onto the input. */
export interface FieldTies {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

interface FieldProps {
  readonly label: ReactNode;
  /** A few muted words at the label's end. */
  readonly end?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (ties: FieldTies) => ReactNode;
}

/** An input with its label above, and what went wrong below. */
export function Field({ label, end, hint, error, children }: FieldProps) {
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {end && <span className={styles.end}>{end}</span>}
      </label>
      {children({ id, ...(notes && { "aria-describedby": notes }), ...(error && { "aria-invalid": true }) })}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
