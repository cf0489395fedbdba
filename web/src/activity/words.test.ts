import { expect, test } from "vitest";
import type { ActivityItem } from "./activity";
import { sentenceOf, wordsOf } from "./words";

const DONE: ActivityItem = {
  id: "1",
  type: "task.completed",
  kind: "task",
  entity: "t1",
  title: "Back up the photo archive",
  changed: ["completed_at", "updated_at"],
  actor: { kind: "person", name: "Ada" },
  client: "d1",
  at: "2026-11-24T11:20:00Z",
};

function edited(...changed: string[]): ActivityItem {
  return { ...DONE, type: "task.updated", changed: [...changed, "updated_at"] };
}

function said(item: ActivityItem, standpoint = {}): string {
  return sentenceOf(wordsOf(item, standpoint));
}

test("who did what is one sentence around the title", () => {
  expect(said(DONE)).toBe("Ada completed “Back up the photo archive”");
  expect(said({ ...DONE, type: "task.deleted" })).toBe("Ada moved “Back up the photo archive” to the Trash");
});

test("in the trail of one task it is called it", () => {
  expect(said(DONE, { isOfOne: true })).toBe("Ada completed it");
  expect(said({ ...DONE, type: "task.deleted" }, { isOfOne: true })).toBe("Ada moved it to the Trash");
});

test("an edit of it is of its fields, and a new name is said in full", () => {
  expect(said(edited("notes"), { isOfOne: true })).toBe("Ada changed its notes");
  expect(said(edited("project"), { isOfOne: true })).toBe("Ada moved it to another project");
  expect(said(edited("title"), { isOfOne: true })).toBe("Ada renamed it to “Back up the photo archive”");
});

test("an edit says which fields, each once, tags and reminders by their own word", () => {
  expect(said(edited("due", "tag:1", "tag:2", "reminder:3"))).toBe(
    "Ada changed the due date, tags and reminders of “Back up the photo archive”",
  );
  expect(said(edited("project"))).toBe("Ada moved “Back up the photo archive” to another project");
});

test("an edit of fields that nobody has a word for still says what it was made to", () => {
  expect(said(edited("later_field"))).toBe("Ada changed “Back up the photo archive”");
});

test("it is said from where where that is known, and by whom if a program did it", () => {
  expect(wordsOf(DONE, { thisDevice: "d1" }).by).toBe("this device");
  expect(wordsOf(DONE, { thisDevice: "d2" }).by).toBe("another device");
  expect(wordsOf({ ...DONE, client: "srv:api" }, { thisDevice: "d1" }).by).toBeUndefined();
  const byToken = { ...DONE, actor: { kind: "token", name: "Home Assistant" }, client: "srv:api" };
  expect(said(byToken)).toBe("Home Assistant completed “Back up the photo archive” · by token");
});

test("a reminder comes from us", () => {
  const reminded = { ...DONE, type: "notice.created", kind: "notice", actor: { kind: "server", name: "notifier" } };
  expect(said(reminded)).toBe("Onthedot reminded you of “Back up the photo archive”");
});

test("projects and tags are called so", () => {
  const project = { ...DONE, kind: "project", title: "Home server" };
  expect(said({ ...project, type: "project.created" })).toBe("Ada made the project “Home server”");
  expect(said({ ...project, type: "project.updated", changed: ["name"] })).toBe(
    "Ada renamed a project to “Home server”",
  );
  expect(said({ ...project, type: "project.updated", changed: ["color"] })).toBe(
    "Ada changed the colour of the project “Home server”",
  );
});

test("what has no title is said without one", () => {
  expect(said({ ...DONE, type: "conflict.updated", kind: "conflict", title: null })).toBe("Ada decided a conflict");
});
