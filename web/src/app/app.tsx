import { Suspense, useEffect, useState } from "react";
import { type AroundNavHandler, Redirect, Route, Router, Switch, useLocation } from "wouter";
import { type Account, getAccount } from "../accounts/account";
import { Problem } from "../http";
import { useSignal } from "../signal";
import { layers } from "../ui/use-layer";
import { Home } from "./home";
import { LinkPage, SignInPage, SignUpPage } from "./pages";
import { account } from "./session";

/** Everything: the door for those who are not in, the own tasks for those who are. */
export function App() {
  return (
    <Router aroundNav={goOn}>
      <Places />
    </Router>
  );
}

const goOn: AroundNavHandler = (navigate, to, options) =>
  layers.goOn(() => navigate(to, options), { isRewrite: options?.replace ?? false });

function Places() {
  const person = useSignal(account);
  const [, go] = useLocation();
  const enter = (who: Account) => {
    account.value = who;
    go("/today", { replace: true });
  };
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/welcome">
          <SignUpPage onSignedIn={enter} />
        </Route>
        <Route path="/sign-up">
          <SignUpPage onSignedIn={enter} />
        </Route>
        <Route path="/link">
          <LinkPage onSignedIn={enter} />
        </Route>
        <Route path="/sign-in">
          <SignInPage onSignedIn={enter} />
        </Route>
        <Route>{person ? <Home key={person.id} person={person} /> : <Unknown />}</Route>
      </Switch>
    </Suspense>
  );
}

/** Nobody is known on this device: the server may still know them by their cookie. */
function Unknown() {
  const [isStranger, setStranger] = useState(false);
  useEffect(() => {
    getAccount().then(
      (who) => {
        account.value = who;
      },
      (error: unknown) => setStranger(!(error instanceof Problem) || error.status === 401),
    );
  }, []);
  return isStranger ? <Redirect to="/sign-in" replace /> : null;
}
