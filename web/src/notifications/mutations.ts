import type { Id } from "../changes/rows";
import type { Space } from "../sync/space";

/** Note that notices were read. */
export function readNotices(space: Space, notices: readonly { readonly id: Id; readonly read_at?: string }[]): void {
  const read_at = new Date().toISOString();
  const unread = notices.filter((notice) => notice.read_at === undefined);
  space.commit(unread.map(({ id }) => ({ op: "update", kind: "notice", entity: id, set: { read_at } })));
}
