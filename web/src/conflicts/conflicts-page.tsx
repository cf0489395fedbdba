import { useOpenTask } from "../app/open-task";
import { PageTitle } from "../app/page-title";
import { useSignal } from "../signal";
import { CONFLICTS } from "../tasks/rules";
import { useRows, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Page } from "../ui/page";
import { ConflictChoice } from "./conflict-choice";
import { keepInUse } from "./mutations";
import { UnsentEdit } from "./unsent-edit";

const MOST_SHOWN = 50;

/** Edits that lost against another, kept until the person decides. */
export function ConflictsPage() {
  const space = useSpace();
  const conflicts = useRows(CONFLICTS);
  const unsent = useSignal(space.aside.edits);
  const { hrefOf } = useOpenTask();
  return (
    <Page
      title="Conflicts"
      about="Two devices changed the same field before they had heard of each other. The later edit is in use; the other is kept here until you decide, and so is an edit that was refused."
      tools={conflicts.length > 1 && <Button onClick={() => keepInUse(space, conflicts)}>Keep all in use</Button>}
    >
      <PageTitle name="Conflicts" />
      {conflicts.length + unsent.length === 0 && <EmptyState title="No two edits are at odds" />}
      {unsent.map((edit) => (
        <UnsentEdit key={edit.id} edit={edit} />
      ))}
      {conflicts.slice(0, MOST_SHOWN).map((conflict) => (
        <ConflictChoice key={conflict.id} conflict={conflict} hrefOf={hrefOf} />
      ))}
    </Page>
  );
}
