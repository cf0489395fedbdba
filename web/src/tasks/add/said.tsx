import { useMemo } from "react";
import { now } from "../../dates/now";
import { useSignal } from "../../signal";
import { compared } from "../compared";
import type { Place } from "../new-rows";
import { tickedIn } from "../quick-add/lines";
import type { Span } from "../quick-add/parsed";
import { remindersOfNew } from "../reminders";
import { PROJECTS, TAGS } from "../rules";
import { useRows, useSpace } from "../space-context";
import { PlaceChips } from "./place-chips";
import { PromiseLine } from "./promise-line";
import type { Reading } from "./reading";
import styles from "./said.module.css";
import { TokenChip } from "./token-chip";
import type { IsKnown } from "./understood";
import { understood } from "./understood";

interface SaidProps {
  readonly text: string;
  readonly reading: Reading;
  readonly place: Place;
  readonly onTakeBack: (spans: readonly Span[]) => void;
  readonly onLeave: (field: keyof Place) => void;
}

const NOTHING_SAID = { title: "" };

/** What the line says: as chips, and in a sentence. */
export function Said({ text, reading, place, onTakeBack, onLeave }: SaidProps) {
  const { status } = useSpace();
  const { reachable } = useSignal(status);
  const present = useSignal(now);
  const isKnown = useIsKnown();
  // Of several tasks each says its own: the tints in the lines have to do.
  const only = reading.isList ? undefined : reading.tasks[0];
  const due = only?.due ?? place.due;
  const chips = only ? understood(text, only, present, isKnown) : [];
  const ticked = reading.isList ? tickedIn(text) : 0;
  return (
    <>
      <ul className={styles.chips} aria-label="Understood">
        {chips.map(({ spans, ...chip }) => (
          <TokenChip key={`${chip.kind} ${chip.words}`} {...chip} onTakeBack={() => onTakeBack(spans)} />
        ))}
        <PlaceChips place={place} parsed={only ?? NOTHING_SAID} now={present} onLeave={onLeave} />
      </ul>
      {ticked > 0 && <p className={styles.ticked}>{tickedWords(ticked)}</p>}
      {only && (
        <PromiseLine due={due} reminders={remindersOfNew(due, only.reminders)} now={present} isReachable={reachable} />
      )}
    </>
  );
}

function tickedWords(ticked: number): string {
  return ticked === 1
    ? "One line is ticked off: it is left out."
    : `${ticked} lines are ticked off: they are left out.`;
}

function useIsKnown(): IsKnown {
  const projects = useRows(PROJECTS);
  const tags = useRows(TAGS);
  return useMemo(() => {
    const small = (rows: readonly { readonly name: string }[]) => new Set(rows.map(({ name }) => compared(name)));
    const known = { project: small(projects), tag: small(tags) };
    return (kind, name) => known[kind].has(compared(name));
  }, [projects, tags]);
}
