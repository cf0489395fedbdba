import type { Session } from "../accounts/account";
import { ago, dateOf } from "../moments";
import { Button } from "../ui/button";
import { deviceName } from "./device-name";
import { Setting } from "./setting";

interface SessionRowProps {
  readonly session: Session;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

/** A device that is signed in. */
export function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const { name, icon } = deviceName(session.device);
  const now = new Date();
  const used = session.current ? "In use" : `Used ${ago(new Date(session.used_at), now)}`;
  return (
    <Setting
      icon={icon}
      name={name}
      aside={session.current ? "this device" : undefined}
      about={`${used} · from ${session.address} · since ${dateOf(new Date(session.created_at), now)}`}
      end={
        !session.current && (
          <Button size="small" busy={isBusy} onClick={onEnd} aria-label={`Sign out ${name}`}>
            Sign out
          </Button>
        )
      }
    />
  );
}
