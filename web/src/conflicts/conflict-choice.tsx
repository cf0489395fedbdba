import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Conflict } from "../changes/rows";
import { fieldOf, isAlive } from "../changes/rows";
import { now } from "../dates/now";
import { whenOfInstant } from "../dates/when";
import { whenWords } from "../dates/words";
import { useSignal } from "../signal";
import { useRow, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import styles from "./conflict-choice.module.css";
import { CopyButton } from "./copy-button";
import { keepInUse, putOtherBack } from "./mutations";
import type { Piece } from "./words";
import { aboutWords, differing, fieldWords, isAsWritten, nameOf, valueWords } from "./words";

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly hrefOf: (id: string) => string;
}

/** Two values of one field side by side, and which of them it shall be. */
export function ConflictChoice({ conflict, hrefOf }: ConflictChoiceProps) {
  const space = useSpace();
  const moment = useSignal(now);
  const row = useRow(conflict.entity);
  const { rows } = space.store;
  const { field, loser, winner, about } = conflict;
  const words = (value: unknown) => valueWords(field, value, { rows, now: moment });
  const canGoBack = row !== undefined && !isAsWritten(field, loser.value);
  const isUnmade = about === "refused" && !row;
  // What is in use now, which may have been changed since.
  const inUse = row && isAlive(row) ? words(fieldOf(row, field)) : row ? "In the Trash" : isUnmade ? "Nothing" : "Gone";
  const [ours, theirs] = differing(inUse, words(loser.value));
  const name = nameOf(row) ?? (isUnmade ? "Something that could not be made" : "Something that is gone");
  return (
    <section className={styles.conflict} aria-label={`${name}: ${fieldWords(field, rows)}`}>
      <div className={styles.head}>
        <h2>{row?.kind === "task" ? <Link href={hrefOf(row.id)}>{name}</Link> : name}</h2>
        <span className={styles.of}>{fieldWords(field, rows)}</span>
        <span className={styles.end}>{aboutWords(about)}</span>
      </div>
      <div className={styles.sides}>
        <Side name="In use" by={winner?.by} at={winner?.at} pieces={ours}>
          <Button size="small" onClick={() => keepInUse(space, [conflict])}>
            Keep
          </Button>
        </Side>
        <Side name="Other" by={loser.by} at={loser.at} pieces={theirs} isOther>
          {canGoBack && (
            <Button size="small" onClick={() => putOtherBack(space, conflict)}>
              Use this one
            </Button>
          )}
          {(!canGoBack || about === "refused") && <CopyButton text={words(loser.value)} />}
          {!canGoBack && <span className={styles.of}>It can be copied, not put back.</span>}
        </Side>
      </div>
    </section>
  );
}

interface SideProps {
  readonly name: string;
  readonly by: string | null | undefined;
  readonly at: string | null | undefined;
  readonly pieces: readonly Piece[];
  readonly isOther?: boolean;
  readonly children: ReactNode;
}

function Side({ name, by, at, pieces, isOther = false, children }: SideProps) {
  const { device } = useSpace();
  const { day, zone } = useSignal(now);
  const who = by === device ? "this device" : by?.startsWith("srv:") ? "a program" : by && "another device";
  return (
    <div className={classes(styles.side, isOther && styles.other)}>
      <div className={styles.who}>
        <b>{name}</b>
        {who && <span>{who}</span>}
        {at && <time className={styles.end}>{whenWords(whenOfInstant(at, zone), day)}</time>}
      </div>
      <p className={styles.value}>
        {pieces.map(({ text, isOwn }) =>
          isOwn ? <mark key={`${text} own`}>{text}</mark> : <span key={text}>{text}</span>,
        )}
      </p>
      <div className={styles.do}>{children}</div>
    </div>
  );
}
