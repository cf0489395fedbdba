import { useState } from "react";
import { Link } from "wouter";
import { Field } from "../ui/field";
import { PasswordField } from "../ui/password-field";
import { TextInput } from "../ui/text-input";
import { type Account, getSignUpState, signIn } from "./account";
import { Door } from "./door";
import styles from "./door.module.css";
import { DoorForm } from "./door-form";
import { useAnswer } from "./use-answer";
import { useDeed } from "./use-deed";

interface SignInPageProps {
  readonly onSignedIn: (account: Account) => void;
}

/** The door, for who has been here. */
export function SignInPage({ onSignedIn }: SignInPageProps) {
  const deed = useDeed();
  const state = useAnswer(getSignUpState);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = () => deed.run(async () => onSignedIn(await signIn(email, password)));
  return (
    <Door title="Sign in" lead="Your tasks are as you left them.">
      <DoorForm send="Sign in" isBusy={deed.isBusy} refusal={deed.errorBeside("email", "password")} onSend={send}>
        <Field label="E-mail" error={deed.errorOf("email")}>
          {(ties) => (
            <TextInput
              {...ties}
              size="large"
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          )}
        </Field>
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          size="large"
          required
          value={password}
          error={deed.errorOf("password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </DoorForm>
      {state.value === "open" && (
        <p className={styles.after}>
          New here?{" "}
          <Link href="/sign-up" className={styles.link}>
            Make an account
          </Link>
        </p>
      )}
      <p className={styles.after}>
        {state.value === "first" ? (
          <>
            Nobody owns this server yet: open the link that <code>onthedot up</code> printed.
          </>
        ) : (
          <>
            Forgotten it? Who runs this server prints a link back in by <code>onthedot user link</code> and your
            address.
          </>
        )}
      </p>
    </Door>
  );
}
