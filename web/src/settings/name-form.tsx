import { type SubmitEvent, useState } from "react";
import { cleanLine } from "../clean-text";
import { Button } from "../ui/button";
import { TextInput } from "../ui/text-input";
import styles from "./name-form.module.css";

interface NameFormProps {
  readonly name: string;
  readonly isBusy: boolean;
  readonly onName: (name: string) => void;
}

/** One's name, with a button to save it once it differs. */
export function NameForm({ name, isBusy, onName }: NameFormProps) {
  const [written, setWritten] = useState(name);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onName(cleanLine(written));
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        aria-label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        className={styles.input}
      />
      {cleanLine(written) !== name && (
        <Button type="submit" busy={isBusy}>
          Save
        </Button>
      )}
    </form>
  );
}
