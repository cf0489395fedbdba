import { EmptyState } from "../../ui/empty-state";
import { Key } from "../../ui/key";
import { ListHeader } from "../list/list-header";
import { ProjectList, useShowDone } from "./project-list";

/** Tasks without a project. */
export function InboxPage() {
  const done = useShowDone();
  return (
    <>
      <ListHeader title="Inbox" tools={done.menu} />
      <ProjectList label="Inbox" project={undefined} showsDone={done.isShown}>
        <EmptyState title="Nothing waits here">
          Press <Key>Q</Key> anywhere and type.
          <br />
          It is there at once, offline too.
        </EmptyState>
      </ProjectList>
    </>
  );
}
