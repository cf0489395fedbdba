import { type SubmitEvent, useState } from "react";
import { changePassword } from "../accounts/account";
import { NewPasswordField } from "../accounts/new-password-field";
import { useDeed } from "../accounts/use-deed";
import { Button } from "../ui/button";
import { PasswordField } from "../ui/password-field";
import styles from "./password-form.module.css";

interface PasswordFormProps {
  /** Whose password it is: password managers want to know. */
  readonly email: string;
}

/** The password of now, and the one to be. */
export function PasswordForm({ email }: PasswordFormProps) {
  const deed = useDeed();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [isDone, setDone] = useState(false);
  const isWrong = deed.refusal?.code === "wrong_credentials";

  const change = async () => {
    await changePassword(current, password);
    setCurrent("");
    setPassword("");
    setDone(true);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setDone(false);
    void deed.run(change);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <input type="text" hidden name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        label="Present password"
        name="password"
        autoComplete="current-password"
        required
        value={current}
        error={isWrong ? "This is not your password." : undefined}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPasswordField
        label="New password"
        size="medium"
        password={password}
        error={deed.errorOf("password")}
        onPassword={setPassword}
      />
      {!isWrong && deed.errorBeside("password") && (
        <p role="alert" className={styles.refusal}>
          {deed.errorBeside("password")}
        </p>
      )}
      <p role="status" className={isDone ? styles.done : undefined}>
        {isDone && "It is changed, and your other devices are signed out."}
      </p>
      <Button type="submit" busy={deed.isBusy}>
        Change the password
      </Button>
    </form>
  );
}
