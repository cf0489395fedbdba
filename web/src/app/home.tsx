import { Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { type Account, getAccount, signOut } from "../accounts/account";
import { keepTime } from "../dates/now";
import { Offline } from "../http";
import { useSignal } from "../signal";
import { Space } from "../sync/space";
import { takeUpTyped } from "../tasks/detail/left-typed";
import { SpaceContext } from "../tasks/space-context";
import { Views } from "../tasks/view";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { NoDisk } from "./no-disk";
import { SignInPage } from "./pages";
import { account } from "./session";
import { Shell } from "./shell";

interface Open {
  readonly space: Space;
  readonly views: Views;
}

/** A person's own place: their copy is opened first, the server is asked behind it. */
export function Home({ person }: { readonly person: Account }) {
  const open = useOpenSpace(person);
  useEffect(() => {
    const end = new AbortController();
    keepTime(person.zone, end.signal);
    return () => end.abort();
  }, [person.zone]);
  if (!open) return null;
  if (open === "failed") return <NoDisk />;
  return (
    <SpaceContext value={open}>
      <Inside person={person} space={open.space} />
    </SpaceContext>
  );
}

function Inside({ person, space }: { readonly person: Account; readonly space: Space }) {
  const { signedIn, waiting } = useSignal(space.status);
  const [, go] = useLocation();
  const [isAsked, setAsked] = useState(false);
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      // Only the server can end the session: this device would be signed in again once it is reached.
      if (error instanceof Offline) {
        space.refusal.value = "You can sign out when the server is reached: it is the one to close the door.";
        return;
      }
    }
    await space.forget();
    account.value = null;
    go("/sign-in");
  };
  const comeBack = (who: Account) => {
    account.value = who;
    // Somebody else has a place of their own, and this one keeps what waits in it.
    if (who.id === person.id) space.wake();
  };
  if (!signedIn) {
    return (
      <Suspense fallback={null}>
        <SignInPage onSignedIn={comeBack} />
      </Suspense>
    );
  }
  return (
    <>
      <Shell person={person} onSignOut={() => (waiting > 0 ? setAsked(true) : void leave())} />
      <ConfirmDialog
        open={isAsked}
        title="Not everything has reached the server"
        confirm="Sign out and lose it"
        danger
        onConfirm={() => void leave()}
        onClose={() => setAsked(false)}
      >
        {waiting === 1 ? "One change of yours is" : `${waiting} changes of yours are`} on this device alone. Stay until
        it says that everything is saved, or let them go.
      </ConfirmDialog>
    </>
  );
}

function useOpenSpace(person: Account): Open | "failed" | undefined {
  const [open, setOpen] = useState<Open | "failed" | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    const opening = Space.open(person.id).then((space) => {
      if (isGone) return space;
      takeUpTyped(space);
      setOpen({ space, views: new Views(space.store) });
      return space;
    });
    opening.catch((error: unknown) => {
      console.warn("the copy on this device could not be opened", error);
      if (!isGone) setOpen("failed");
    });
    void freshen();
    return () => {
      isGone = true;
      opening.then(
        (space) => space.close(),
        () => undefined,
      );
    };
  }, [person.id]);
  return open;
}

/** The name or the zone may have been changed elsewhere. */
async function freshen(): Promise<void> {
  const now = await getAccount().catch(() => undefined);
  if (now && now.id === account.value?.id && JSON.stringify(now) !== JSON.stringify(account.value)) account.value = now;
}
