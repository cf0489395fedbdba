import { useSignal } from "../signal";
import { useSpace } from "../tasks/space-context";
import { Banner } from "../ui/banner";
import { newVersion } from "./version";

/** What the person should know before they go on. */
export function Banners() {
  const { refusal } = useSpace();
  const reason = useSignal(refusal);
  const takeOver = useSignal(newVersion);
  return (
    <>
      {reason && (
        <Banner
          tone="danger"
          onDismiss={() => {
            refusal.value = undefined;
          }}
        >
          An edit was refused: {reason}
        </Banner>
      )}
      {takeOver && (
        <Banner actionLabel="Reload" onAction={takeOver}>
          A new version is here.
        </Banner>
      )}
    </>
  );
}
