import { useMemo, useState } from "react";
import type { Id } from "../changes/rows";
import { PHONE, useMedia } from "../media";
import { ListHeader } from "../tasks/list/list-header";
import { NOTICES } from "../tasks/rules";
import { useCount, useRows, useSpace } from "../tasks/space-context";
import { Button } from "../ui/button";
import { Chip } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { Key } from "../ui/key";
import { readNotices } from "./mutations";
import { NoticeGroup } from "./notice-group";
import { noticeGroups } from "./notice-groups";
import styles from "./notices-page.module.css";

interface NoticesPageProps {
  readonly onOpen: (task: Id) => void;
}

const MANY = 30;

/** What the person was reminded of, by task; looking at it marks nothing as read. */
export function NoticesPage({ onOpen }: NoticesPageProps) {
  const space = useSpace();
  const notices = useRows(NOTICES);
  const isPhone = useMedia(PHONE);
  const unread = useCount("waiting", "notice");
  const [most, setMost] = useState(MANY);
  const groups = useMemo(() => noticeGroups(notices), [notices]);
  const count = unread > 0 && <Chip>{unread} unread</Chip>;
  const markAll = unread > 0 && (
    <Button size="small" kind="quiet" onClick={() => readNotices(space, notices)}>
      Mark all read
    </Button>
  );
  return (
    <>
      <ListHeader title="Notices" about={!isPhone && count} tools={!isPhone && markAll}>
        {isPhone && unread > 0 && (
          <div className={styles.unread}>
            {count}
            {markAll}
          </div>
        )}
      </ListHeader>
      {groups.length === 0 && (
        <EmptyState title="Nothing yet">
          Press <Key>R</Key> on a task, and it reminds you: here, and wherever you have this open.
        </EmptyState>
      )}
      <ul className={styles.groups} aria-label="Notices">
        {groups.slice(0, most).map((group) => (
          <NoticeGroup key={group.task} group={group} onOpen={onOpen} />
        ))}
      </ul>
      {groups.length > most && (
        <p className={styles.more}>
          <Button size="small" kind="quiet" onClick={() => setMost(most + MANY)}>
            Show earlier ones
          </Button>
        </p>
      )}
    </>
  );
}
