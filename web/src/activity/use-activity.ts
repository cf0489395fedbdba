import { useEffect, useRef, useState } from "react";
import { type Refusal, refusalOf } from "../accounts/refusal";
import { type Activity, getActivity, withNewer, withOlder } from "./activity";

/** What happened as far as it was asked for, and the way further back. */
interface AskedActivity {
  /** Undefined until it is there. */
  readonly activity: Activity | undefined;
  readonly refusal: Refusal | undefined;
  readonly isBusy: boolean;
  readonly more: () => void;
}

// A change of ours has yet to reach the server, and others come in swarms.
const SETTLING_MILLISECONDS = 400;

/** Return what happened, to one task or to all; another `version` asks for what is new. */
export function useActivity({
  task,
  version,
  limit,
}: {
  task?: string;
  version: unknown;
  limit: number;
}): AskedActivity {
  const [activity, setActivity] = useState<Activity>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const isThere = useRef(false);

  const answer = (found: (known: Activity | undefined) => Activity) => {
    isThere.current = true;
    setRefusal(undefined);
    setActivity(found);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version asks again.
  useEffect(() => {
    let isWanted = true;
    const ask = () =>
      getActivity({ task, limit })
        .then((newest) => isWanted && answer((known) => withNewer(known, newest)))
        .catch((error: unknown) => isWanted && setRefusal(refusalOf(error)));
    const timer = setTimeout(ask, isThere.current ? SETTLING_MILLISECONDS : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [task, limit, version]);

  const more = () => {
    const cursor = activity?.next;
    if (isBusy || cursor === null || cursor === undefined) return;
    setBusy(true);
    getActivity({ task, cursor, limit })
      .then((older) => answer((known) => (known?.next === cursor ? withOlder(known, older) : (known ?? older))))
      .catch((error: unknown) => setRefusal(refusalOf(error)))
      .finally(() => setBusy(false));
  };

  return { activity, refusal, isBusy, more };
}
