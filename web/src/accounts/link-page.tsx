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
      title="Choose a new password"
      lead="This link lets you in once. With the new password set, every other device of yours is signed out."
    >
      <DoorForm
        send="Set it and come in"
        isBusy={deed.isBusy}
        refusal={deed.errorBeside("password", "token")}
        onSend={send}
      >
        <NewPasswordField
          label="New password"
          password={password}
          error={deed.errorOf("password")}
          onPassword={setPassword}
        />
      </DoorForm>
    </Door>
  );
}
