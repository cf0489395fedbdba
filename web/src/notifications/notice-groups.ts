import type { Id, Notice } from "../changes/rows";

/** What a task reminded of, the latest first. */
export interface NoticeGroup {
  readonly task: Id;
  readonly notices: readonly Notice[];
  readonly isUnread: boolean;
}

/** Return the notices by their task, each group where its latest notice stands; those with something unread come first. */
export function noticeGroups(notices: readonly Notice[]): NoticeGroup[] {
  const groups = new Map<Id, Notice[]>();
  for (const notice of notices) groups.set(notice.task, [...(groups.get(notice.task) ?? []), notice]);
  const all = [...groups].map(([task, ofTask]) => ({ task, notices: ofTask, isUnread: ofTask.some(isUnread) }));
  return [...all.filter((group) => group.isUnread), ...all.filter((group) => !group.isUnread)];
}

/** Tell whether the person has not dealt with the notice yet. */
export function isUnread(notice: Notice): boolean {
  return notice.read_at === undefined;
}
