import { useCallback, useEffect, useState } from "react";
import { type Refusal, refusalOf } from "./refusal";

/** What was asked of the server when the page opened. */
export interface Answer<Value> {
  /** Undefined until it is there. */
  readonly value: Value | undefined;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
}

/** Return what the server answers, asked once and again by `again`; `ask` is a function that stays the same. */
export function useAnswer<Value>(ask: () => Promise<Value>): Answer<Value> {
  const [tries, setTries] = useState(0);
  const [value, setValue] = useState<Value>();
  const [refusal, setRefusal] = useState<Refusal>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again.
  useEffect(() => {
    let isWanted = true;
    const keep = (answer: Value) => {
      if (!isWanted) return;
      setRefusal(undefined);
      setValue(answer);
    };
    const refuse = (error: unknown) => {
      if (isWanted) setRefusal(refusalOf(error));
    };
    ask().then(keep).catch(refuse);
    return () => {
      isWanted = false;
    };
  }, [ask, tries]);

  const again = useCallback(() => setTries((before) => before + 1), []);
  return { value, refusal, again };
}
