import { now } from "../dates/now";
import { useSignal } from "../signal";
import type { SetAside } from "../sync/aside";
import { useRow, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { classes } from "../ui/classes";
import shared from "./conflict-choice.module.css";
import { CopyButton } from "./copy-button";
import styles from "./unsent-edit.module.css";
import { fieldWords, nameOf, valueWords } from "./words";

/** An edit that the server would not take: what was in it, to be copied, sent again or let go. */
export function UnsentEdit({ edit }: { readonly edit: SetAside }) {
  const space = useSpace();
  const moment = useSignal(now);
  const { rows } = space.store;
  const name = nameOf(useRow(edit.entity)) ?? "Something that could not be made";
  return (
    <section className={shared.conflict} aria-label={`${name}: not sent`}>
      <div className={shared.head}>
        <h2>{name}</h2>
        <span className={shared.end}>it could not be sent: {edit.why}</span>
      </div>
      <div className={styles.fields}>
        {Object.entries(edit.set).map(([field, value]) => (
          <div key={field} className={classes(shared.side, styles.field)}>
            <div className={shared.who}>
              <b>{fieldWords(field, rows)}</b>
            </div>
            <p className={shared.value}>{valueWords(field, value, { rows, now: moment })}</p>
            <div className={shared.do}>
              <CopyButton text={valueWords(field, value, { rows, now: moment })} />
            </div>
          </div>
        ))}
      </div>
      <div className={classes(shared.do, styles.foot)}>
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
