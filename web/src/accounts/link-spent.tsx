import { Door } from "./door";
import { SignInInstead } from "./sign-in-instead";

/** What stands where a link back in led to, once it leads nowhere. */
export function LinkSpent() {
  const lead = (
    <>
      It was used, or is older than an hour. Who runs this server prints a new one by <code>onthedot user link</code>{" "}
      and your address.
    </>
  );
  return (
    <Door title="This link is spent" lead={lead}>
      <SignInInstead>You know your password?</SignInInstead>
    </Door>
  );
}
