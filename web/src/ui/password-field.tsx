import { type ComponentProps, type ReactNode, useState } from "react";
import { Field } from "./field";
import { IconButton } from "./icon-button";
import styles from "./password-field.module.css";
import { TextInput } from "./text-input";

interface PasswordFieldProps extends Omit<ComponentProps<typeof TextInput>, "type" | "children"> {
  readonly label: string;
  readonly end?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Tells a password manager whether to fill in or to make one up. */
  readonly autoComplete: "current-password" | "new-password";
}

/** A password, which may be shown, pasted and filled in. */
export function PasswordField({ label, end, hint, error, ...rest }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} end={end} hint={hint} error={error}>
      {(ties) => (
        <div className={styles.box}>
          <TextInput
            {...rest}
            {...ties}
            type={isShown ? "text" : "password"}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={styles.input}
          />
          <IconButton
            icon={isShown ? "hidden" : "eye"}
            label={isShown ? "Hide the password" : "Show the password"}
            onClick={() => setShown(!isShown)}
            className={styles.show}
          />
        </div>
      )}
    </Field>
  );
}
