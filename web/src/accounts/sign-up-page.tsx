import { Button } from "../ui/button";
import { type Account, getSignUpState } from "./account";
import { Door } from "./door";
import { NoSignUp } from "./no-sign-up";
import { SignInInstead } from "./sign-in-instead";
import { SignUpForm } from "./sign-up-form";
import { useAnswer } from "./use-answer";
import { useFragmentToken } from "./use-fragment-token";

interface SignUpPageProps {
  readonly onSignedIn: (account: Account) => void;
}

/** The first visit, by the one-time link; and sign-up, where the owner has opened it. */
export function SignUpPage({ onSignedIn }: SignUpPageProps) {
  const link = useFragmentToken();
  const state = useAnswer(getSignUpState);

  if (state.refusal) {
    return (
      <Door title="The server is away" lead={state.refusal.words}>
        <Button size="large" onClick={state.again}>
          Try again
        </Button>
      </Door>
    );
  }
  if (state.value === undefined) return null;
  if (state.value === "closed" || (state.value === "first" && link === undefined)) {
    return <NoSignUp state={state.value} />;
  }
  const isFirst = state.value === "first";
  return (
    <Door title={isFirst ? "Make this server yours" : "Make an account"} lead={isFirst ? OWNER : NEWCOMER}>
      <SignUpForm link={isFirst ? link : undefined} onSignedIn={onSignedIn} />
      {!isFirst && <SignInInstead>You have an account?</SignInInstead>}
    </Door>
  );
}

const OWNER =
  "You came by the one-time link. The first account owns the server; after it, sign-up is closed unless you open it.";
const NEWCOMER = "You get a space of your own, which nobody else sees.";
