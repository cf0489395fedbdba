import { memo } from "react";
import { type Account, changeAccount } from "../accounts/account";
import { now } from "../dates/now";
import { useSignal } from "../signal";
import { useSpace } from "../tasks/space-context";
import { Banner } from "../ui/banner";
import { zoneToKeep } from "./preferences";
import { account } from "./session";
import { newVersion } from "./version";

/** What the person should know before they go on. */
export const Banners = memo(function Banners({ person }: { readonly person: Account }) {
  const { refusal } = useSpace();
  const reason = useSignal(refusal);
  const takeOver = useSignal(newVersion);
  const zone = useOtherZone(person);
  return (
    <>
      {zone && (
        <Banner
          actionLabel={`Use ${zone}`}
          onAction={() => void takeZone(zone)}
          onDismiss={() => {
            zoneToKeep.value = zone;
          }}
        >
          Your reminders go by {person.zone}; this device is in {zone}.
        </Banner>
      )}
      {reason && (
        <Banner
          tone="danger"
          onDismiss={() => {
            refusal.value = undefined;
          }}
        >
          {reason}
        </Banner>
      )}
      {takeOver && (
        <Banner actionLabel="Reload" onAction={takeOver}>
          A new version is here.
        </Banner>
      )}
    </>
  );
});

/** Return the zone of this device where it is another than the person's, unless they have said that this is well. */
function useOtherZone(person: Account): string | undefined {
  const kept = useSignal(zoneToKeep);
  // Looked at each minute: devices travel.
  useSignal(now);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return here === person.zone || here === kept ? undefined : here;
}

async function takeZone(zone: string): Promise<void> {
  account.value = await changeAccount({ zone });
}
