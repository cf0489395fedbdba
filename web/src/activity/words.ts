import type { ActivityItem } from "./activity";

/** What happened, in words around the title of what it happened to. */
export interface Words {
  /** “Ada completed” */
  readonly before: string;
  readonly title: string | undefined;
  readonly after: string;
  /** From where, if that is worth a word. */
  readonly by: string | undefined;
}

/** Where one stands: what need not be said. */
export interface Standpoint {
  /** The trail is that of one thing: it is called “it”. */
  readonly isOfOne?: boolean;
  /** The id by which this device is known to the server. */
  readonly thisDevice?: string | undefined;
}

/** Return what happened in words: “Ada completed “Back up the photo archive” · this device”. */
export function wordsOf(item: ActivityItem, { isOfOne = false, thisDevice }: Standpoint = {}): Words {
  const deed = isOfOne ? deedOfIt(item) : deedOf(item);
  const [did = "", after] = deed.split(THING);
  return {
    before: `${whoOf(item)} ${did}`.trimEnd(),
    title: after === undefined ? undefined : (item.title ?? undefined),
    after: after ?? "",
    by: deviceOf(item, thisDevice),
  };
}

/** Return the words as one sentence, for what cannot show a link. */
export function sentenceOf(words: Words): string {
  const named = words.title === undefined ? words.before : `${words.before} “${words.title}”${words.after}`;
  return words.by === undefined ? named : `${named} · ${words.by}`;
}

// Where the title goes.
const THING = "…";

const DEEDS: Readonly<Record<string, string>> = {
  "task.created": "added …",
  "task.completed": "completed …",
  "task.reopened": "opened … again",
  "task.deleted": "moved … to the Trash",
  "task.restored": "took … out of the Trash",
  "project.created": "made the project …",
  "project.deleted": "moved the project … to the Trash",
  "project.restored": "took the project … out of the Trash",
  "tag.created": "made the tag …",
  "tag.deleted": "took the tag … away",
  "tag.restored": "brought the tag … back",
  "notice.created": "reminded you of …",
  "notice.updated": "saw the reminder of …",
  "notice.deleted": "put the reminder of … away",
  "notice.restored": "brought the reminder of … back",
  "conflict.recorded": "met another edit; the one that lost is kept under Conflicts",
  "conflict.updated": "decided a conflict",
};

const NOUNS: Readonly<Record<string, string>> = { task: "", project: "the project ", tag: "the tag " };

const FIELDS: Readonly<Record<string, string>> = {
  title: "title",
  name: "name",
  notes: "notes",
  project: "project",
  parent: "parent task",
  priority: "priority",
  due: "due date",
  rank: "order",
  color: "colour",
  tag: "tags",
  reminder: "reminders",
};

function deedOf(item: ActivityItem): string {
  const noun = NOUNS[item.kind] ?? "";
  const fields = fieldsOf(item);
  const known = DEEDS[item.type];
  if (known !== undefined) return known;
  if (isRenaming(item)) return `renamed a ${item.kind} to ${THING}`;
  if (isMoving(item)) return `moved ${THING} to another project`;
  return fields.length === 0 ? `changed ${noun}${THING}` : `changed the ${listed(fields)} of ${noun}${THING}`;
}

function deedOfIt(item: ActivityItem): string {
  const fields = fieldsOf(item);
  if (isRenaming(item)) return `renamed it to ${THING}`;
  if (item.type.endsWith(".updated") && fields.length > 0 && !isMoving(item)) return `changed its ${listed(fields)}`;
  return deedOf(item).replace(THING, "it");
}

function isMoving(item: ActivityItem): boolean {
  const fields = fieldsOf(item);
  return item.type === "task.updated" && fields.length === 1 && fields[0] === "project";
}

function isRenaming(item: ActivityItem): boolean {
  const fields = fieldsOf(item);
  return item.type.endsWith(".updated") && fields.length === 1 && (fields[0] === "title" || fields[0] === "name");
}

function fieldsOf(item: ActivityItem): string[] {
  const names = item.changed.map((name) => FIELDS[name.split(":")[0] ?? ""]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function listed(fields: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(fields);
}

function whoOf(item: ActivityItem): string {
  return item.actor.kind === "server" ? "Onthedot" : item.actor.name;
}

function deviceOf(item: ActivityItem, thisDevice: string | undefined): string | undefined {
  if (item.actor.kind === "token") return "by token";
  if (thisDevice === undefined || item.client === null || item.client.startsWith("srv:")) return undefined;
  return item.client === thisDevice ? "this device" : "another device";
}
