import { PasswordField } from "../ui/password-field";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./account";

interface NewPasswordFieldProps {
  readonly label?: string;
  readonly size?: "medium" | "large";
  readonly password: string;
  readonly error: string | undefined;
  readonly onPassword: (password: string) => void;
}

/** A password to be: long enough, or nothing is sent. */
export function NewPasswordField(given: NewPasswordFieldProps) {
  const { label = "Password", size = "large", password, error, onPassword } = given;
  return (
    <PasswordField
      label={label}
      end={`at least ${SHORTEST_PASSWORD} characters`}
      name="new-password"
      autoComplete="new-password"
      size={size}
      required
      minLength={SHORTEST_PASSWORD}
      maxLength={LONGEST_PASSWORD}
      value={password}
      error={error}
      onChange={(event) => onPassword(event.currentTarget.value)}
    />
  );
}
