import { now } from "../dates/now";
import { useSignal } from "../signal";
import type { SetAside } from "../sync/aside";
import { useRow, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import styles from "./conflict-choice.module.css";
import { CopyButton } from "./copy-button";
import { fieldWords, nameOf, valueWords } from "./words";

/** An edit that the server would not take: what was in it, to be copied, sent again or let go. */
export function UnsentEdit({ edit }: { readonly edit: SetAside }) {
  const space = useSpace();
  const moment = useSignal(now);
  const { rows } = space.store;
  const name = nameOf(useRow(edit.entity)) ?? "Something that could not be made";
  return (
    <section className={styles.conflict} aria-label={`${name}: not sent`}>
      <div className={styles.head}>
        <h2>{name}</h2>
        <span className={styles.end}>it could not be sent: {edit.why}</span>
      </div>
      {Object.entries(edit.set).map(([field, value]) => (
        <div key={field} className={classes(styles.side, styles.other)}>
          <div className={styles.who}>
            <b>{fieldWords(field, rows)}</b>
          </div>
          <p className={styles.value}>{valueWords(field, value, { rows, now: moment })}</p>
          <div className={styles.do}>
            <CopyButton text={valueWords(field, value, { rows, now: moment })} />
          </div>
        </div>
      ))}
      <div className={styles.do}>
        <Button size="small" onClick={() => void space.sendAgain(edit)}>
          Send again
        </Button>
        <Button size="small" onClick={() => void space.letGo(edit.id)}>
          Let go
        </Button>
      </div>
    </section>
  );
}
