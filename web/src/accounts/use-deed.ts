import { useRef, useState } from "react";
import { type Refusal, refusalOf } from "./refusal";

/** Something that is asked of the server, one at a time. */
export interface Deed {
  readonly isBusy: boolean;
  readonly refusal: Refusal | undefined;
  /** Do it; a refusal is kept until the next try. Tells whether it was done. */
  readonly run: (ask: () => Promise<void>) => Promise<boolean>;
  /** Return what was refused about an input, to stand beside it. */
  readonly errorOf: (field: string) => string | undefined;
  /** Return what was refused and is about none of these inputs. */
  readonly errorBeside: (...fields: readonly string[]) => string | undefined;
}

/** Return a deed to ask of the server. */
export function useDeed(): Deed {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const isUnderWay = useRef(false);

  const run = async (ask: () => Promise<void>) => {
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setBusy(true);
    setRefusal(undefined);
    try {
      await ask();
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };

  return {
    isBusy,
    refusal,
    run,
    errorOf: (field) => (refusal?.field === field ? refusal.words : undefined),
    errorBeside: (...fields) => (fields.includes(refusal?.field ?? "") ? undefined : refusal?.words),
  };
}
