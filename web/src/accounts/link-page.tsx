import { useState } from "react";
import { type Account, comeBack } from "./account";
import { Door } from "./door";
import { DoorForm } from "./door-form";
import { LinkSpent } from "./link-spent";
import { NewPasswordField } from "./new-password-field";
import { useDeed } from "./use-deed";
import { useFragmentToken } from "./use-fragment-token";

interface LinkPageProps {
  readonly onSignedIn: (account: Account) => void;
}

/** The way back in, by a one-use link, with a new password. */
export function LinkPage({ onSignedIn }: LinkPageProps) {
  const token = useFragmentToken();
  const deed = useDeed();
  const [password, setPassword] = useState("");
  if (token === undefined || deed.refusal?.code === "link_spent") return <LinkSpent />;
  const send = () => deed.run(async () => onSignedIn(await comeBack(token, password)));
  return (
    <Door
      title="Choose a password"
      lead="This link lets you in once. Where you are signed in already, you are signed out when the password is set."
    >
      <DoorForm
        send="Set it and come in"
        isBusy={deed.isBusy}
        refusal={deed.errorBeside("password", "token")}
        onSend={send}
      >
        <NewPasswordField
          label="Password"
          password={password}
          error={deed.errorOf("password")}
          onPassword={setPassword}
        />
      </DoorForm>
    </Door>
  );
}
