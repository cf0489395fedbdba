import { Door } from "./door";
import { SignInInstead } from "./sign-in-instead";

interface NoSignUpProps {
  readonly state: "first" | "closed";
}

/** Why one cannot sign up, and who can help. */
export function NoSignUp({ state }: NoSignUpProps) {
  if (state === "first") {
    return (
      <Door
        title="The key is in the terminal"
        lead={
          <>
            Nobody owns this server yet. Open the link that <code>onthedot up</code> printed when it started: it makes
            you the owner.
          </>
        }
      />
    );
  }
  return (
    <Door
      title="Sign-up is closed here"
      lead={
        <>
          Ask the owner of this server for an account: they make one by <code>onthedot user create</code> and your
          address.
        </>
      }
    >
      <SignInInstead>You have an account?</SignInInstead>
    </Door>
  );
}
