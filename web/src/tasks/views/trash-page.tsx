import { PageTitle } from "../../app/page-title";
import type { Project, Tag, Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { whenOfInstant } from "../../dates/when";
import { whenWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { Button } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { restoreRow } from "../mutations";
import { TRASH } from "../rules";
import { useRows, useSpace } from "../space-context";
import styles from "./trash-page.module.css";

const ICONS = { task: "check", project: "folder", tag: "tag" } as const;
const MOST_SHOWN = 200;

/** What was deleted, to be taken back: nothing is purged yet. */
export function TrashPage() {
  const rows = useRows(TRASH);
  return (
    <Page title="Trash" about="What is deleted stays here until it is taken back, with all that hung on it.">
      <PageTitle name="Trash" />
      {rows.length === 0 && <EmptyState title="The Trash is empty" />}
      <ul>
        {rows.slice(0, MOST_SHOWN).map((row) => (
          <DeletedRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <p className={styles.more}>… and {rows.length - MOST_SHOWN} older ones</p>}
    </Page>
  );
}

function DeletedRow({ row }: { readonly row: Task | Project | Tag }) {
  const space = useSpace();
  const { day, zone } = useSignal(now);
  const name = row.kind === "task" ? row.title : row.name;
  return (
    <li className={styles.row}>
      <Icon name={ICONS[row.kind]} size={16} className={styles.icon} />
      <span className="clip">{name}</span>
      <time className={styles.when}>{whenWords(whenOfInstant(row.deleted_at ?? row.updated_at, zone), day)}</time>
      <Button size="small" aria-label={`Restore ${name}`} onClick={() => restoreRow(space, row)}>
        Restore
      </Button>
    </li>
  );
}
