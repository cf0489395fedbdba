import { get } from "../http";

/** Something that happened, from the server's log. */
export interface ActivityItem {
  readonly id: string;
  /** `task.completed`, `project.created` … */
  readonly type: string;
  readonly kind: string;
  readonly entity: string | null;
  /** What it was called then. */
  readonly title: string | null;
  /** The fields that differ, for what was edited. */
  readonly changed: readonly string[];
  readonly actor: { readonly kind: string; readonly name: string };
  /** The device's id, or `srv:` and what the server did it for. */
  readonly client: string | null;
  readonly at: string;
}

/** What happened, the latest first; `next` leads further back. */
export interface Activity {
  readonly items: readonly ActivityItem[];
  readonly next: string | null;
}

/** Which part of the log: of one task, and from where on back. */
export interface Part {
  readonly task?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

/** Return a part of the log. */
export async function getActivity({ task, cursor, limit = 50 }: Part): Promise<Activity> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (task !== undefined) query.set("task", task);
  if (cursor !== undefined) query.set("cursor", cursor);
  return get<Activity>(`/api/activity?${query}`);
}

/** Return what is known with the newest before it; the newest alone if they do not meet. */
export function withNewer(known: Activity | undefined, newest: Activity): Activity {
  const oldest = newest.items.at(-1);
  const meeting = known?.items.findIndex((item) => item.id === oldest?.id) ?? -1;
  if (known === undefined || meeting < 0) return newest;
  return { items: [...newest.items, ...known.items.slice(meeting + 1)], next: known.next };
}

/** Return what is known with what came before it. */
export function withOlder(known: Activity, older: Activity): Activity {
  return { items: [...known.items, ...older.items], next: older.next };
}
