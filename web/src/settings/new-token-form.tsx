import { type SubmitEvent, useState } from "react";
import { createToken, type Scope } from "../accounts/account";
import { useDeed } from "../accounts/use-deed";
import { cleanLine } from "../clean-text";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import styles from "./new-token-form.module.css";

interface NewTokenFormProps {
  readonly onMade: (secret: string) => void;
  readonly onCancel: () => void;
}

/** What a token is for, what it may do, and for how long. */
export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const deed = useDeed();
  const [name, setName] = useState("");
  const [reach, setReach] = useState<Reach>("change");
  const [days, setDays] = useState("");

  const make = async () => {
    const expires = days === "" ? {} : { expires_at: daysFromNow(Number(days)) };
    const made = await createToken({ name: cleanLine(name), scopes: SCOPES[reach], ...expires });
    onMade(made.token);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void deed.run(make);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label="Name" hint="What it is for, so that you know it again." error={deed.errorOf("name")}>
        {(ties) => (
          <TextInput
            {...ties}
            name="token-name"
            autoComplete="off"
            required
            maxLength={100}
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="It may">
        {(ties) => (
          <Select
            {...ties}
            className={styles.select}
            value={reach}
            onChange={(event) => setReach(event.currentTarget.value as Reach)}
          >
            <option value="read">Read</option>
            <option value="change">Read and write</option>
          </Select>
        )}
      </Field>
      <Field label="It holds" error={deed.errorOf("expires_at")}>
        {(ties) => (
          <Select
            {...ties}
            className={styles.select}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
          >
            <option value="">until you revoke it</option>
            <option value="30">for 30 days</option>
            <option value="90">for 90 days</option>
            <option value="365">for a year</option>
          </Select>
        )}
      </Field>
      {deed.errorBeside("name", "expires_at") && (
        <p role="alert" className={styles.refusal}>
          {deed.errorBeside("name", "expires_at")}
        </p>
      )}
      <div className={styles.do}>
        <Button type="submit" kind="primary" busy={deed.isBusy}>
          Make the token
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

type Reach = "read" | "change";

const SCOPES: Readonly<Record<Reach, readonly Scope[]>> = { read: ["read"], change: ["read", "write"] };

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();
}
