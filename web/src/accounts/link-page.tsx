import { useState } from "react";
import { type Account, comeBack } from "./account";
import { Door } from "./door";
import { DoorForm } from "./door-form";
import { LinkSpent } from "./link-spent";
import { NewPasswordField } from "./new-password-field";
import { useDeed } from "./use-deed";
import { useFragmentToken } from "./use-fragment-token";
import { useLink } from "./use-link";

interface LinkPageProps {
  readonly onSignedIn: (account: Account) => void;
}

/** The way back in, by a one-use link, with a new password. */
export function LinkPage({ onSignedIn }: LinkPageProps) {
  const token = useFragmentToken();
  const link = useLink(token);
  const deed = useDeed();
  const [password, setPassword] = useState("");
  if (link === undefined) return null;
  if (token === undefined || link === "spent" || deed.refusal?.code === "link_spent") return <LinkSpent />;
  const send = () => deed.run(async () => onSignedIn(await comeBack(token, password)));
  return (
    <Door
      title={link.name ? `Welcome back, ${link.name}` : "Choose a password"}
      lead={
        <>
          {link.email && (
            <>
              Choose a new password for <strong>{link.email}</strong>.{" "}
            </>
          )}
          This link lets you in once. Where you are signed in already, you are signed out when the password is set.
        </>
      }
    >
      <DoorForm
        send="Set it and come in"
        isBusy={deed.isBusy}
        refusal={deed.errorBeside("password", "token")}
        onSend={send}
      >
        {link.email && <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />}
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
