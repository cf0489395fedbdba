import { useState } from "react";
import { cleanLine } from "../clean-text";
import { Field } from "../ui/field";
import { TextInput } from "../ui/text-input";
import { type Account, signUp } from "./account";
import { DoorForm } from "./door-form";
import { NewPasswordField } from "./new-password-field";
import { useDeed } from "./use-deed";
import { ZoneSelect } from "./zone-select";
import { clockIn, zoneOfBrowser } from "./zones";

interface SignUpFormProps {
  /** The token of the first visit. */
  readonly link: string | undefined;
  readonly onSignedIn: (account: Account) => void;
}

/** Who one is, a password, and where one lives. */
export function SignUpForm({ link, onSignedIn }: SignUpFormProps) {
  const deed = useDeed();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [zone, setZone] = useState(zoneOfBrowser);
  const send = () =>
    deed.run(async () =>
      onSignedIn(await signUp({ name: cleanLine(name), email, password, zone, ...(link !== undefined && { link }) })),
    );
  return (
    <DoorForm
      send="Create the account"
      isBusy={deed.isBusy}
      refusal={deed.errorBeside("name", "email", "password", "zone")}
      onSend={send}
    >
      <Field label="Name" error={deed.errorOf("name")}>
        {(ties) => (
          <TextInput
            {...ties}
            size="large"
            name="name"
            autoComplete="name"
            required
            maxLength={100}
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="E-mail" error={deed.errorOf("email")}>
        {(ties) => (
          <TextInput
            {...ties}
            size="large"
            type="email"
            name="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
      </Field>
      <NewPasswordField password={password} error={deed.errorOf("password")} onPassword={setPassword} />
      <Field
        label="Time zone"
        end={zone === zoneOfBrowser() ? "from this browser" : "chosen by you"}
        hint={`${clockNow(zone)}Reminders go by it. You can change it later.`}
        error={deed.errorOf("zone")}
      >
        {(ties) => <ZoneSelect {...ties} size="large" zone={zone} onZone={setZone} />}
      </Field>
    </DoorForm>
  );
}

function clockNow(zone: string): string {
  const clock = clockIn(zone, new Date());
  return clock === undefined ? "" : `It is ${clock} there. `;
}
