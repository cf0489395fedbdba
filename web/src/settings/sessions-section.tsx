import { useState } from "react";
import { endSession, getSessions, type Session } from "../accounts/account";
import { useAnswer } from "../accounts/use-answer";
import { useDeed } from "../accounts/use-deed";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { SessionRow } from "./session-row";
import { SettingGroup } from "./setting-group";

/** The devices that are signed in, and how to sign them out. */
export function SessionsSection() {
  const sessions = useAnswer(getSessions);
  const deed = useDeed();
  const [asks, setAsks] = useState(false);
  const others = sessions.value?.filter((session) => !session.current) ?? [];

  const end = async (ended: readonly Session[]) => {
    await deed.run(async () => {
      for (const session of ended) await endSession(session.id);
    });
    setAsks(false);
    sessions.again();
  };

  return (
    <SettingGroup
      title="Where you are signed in"
      about="A device that is not used for 30 days is signed out by itself."
      refusal={sessions.refusal?.words ?? deed.refusal?.words}
      end={
        others.length > 1 && (
          <Button size="small" onClick={() => setAsks(true)}>
            Sign out all others
          </Button>
        )
      }
    >
      {sessions.value?.map((session) => (
        <SessionRow key={session.id} session={session} isBusy={deed.isBusy} onEnd={() => end([session])} />
      ))}
      <ConfirmDialog
        open={asks}
        title={`Sign out ${others.length} devices?`}
        confirm="Sign them out"
        busy={deed.isBusy}
        onConfirm={() => end(others)}
        onClose={() => setAsks(false)}
      >
        All but this one. What they have not sent yet stays on them until you sign in there again.
      </ConfirmDialog>
    </SettingGroup>
  );
}
