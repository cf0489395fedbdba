import { useCallback } from "react";
import { Problem } from "../http";
import { Button } from "../ui/button";
import { type Account, getSignUpState, lookAtLink, type SignUpState } from "./account";
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
  const state = useAnswer(useCallback(() => askedWith(link), [link]));

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
  if (state.value === "closed" || state.value === "spent") {
    return <NoSignUp state={state.value === "spent" ? "first" : "closed"} />;
  }
  const isFirst = state.value === "first";
  return (
    <Door title={isFirst ? "Make this server yours" : "Make an account"} lead={isFirst ? OWNER : NEWCOMER}>
      <SignUpForm link={isFirst ? link : undefined} onSignedIn={onSignedIn} />
      {!isFirst && <SignInInstead>You have an account?</SignInInstead>}
    </Door>
  );
}

/** Return whether one may sign up; where it takes the link of the first visit, `spent` without a good one. */
async function askedWith(link: string | undefined): Promise<SignUpState | "spent"> {
  const state = await getSignUpState();
  if (state !== "first") return state;
  if (link === undefined) return "spent";
  return lookAtLink(link).then(
    () => state,
    (error: unknown) => {
      if (error instanceof Problem && error.code === "link_spent") return "spent";
      throw error;
    },
  );
}

const OWNER =
  "You came by the one-time link. The first account owns the server; after it, sign-up is closed unless you open it.";
const NEWCOMER = "You get a space of your own, which nobody else sees.";
