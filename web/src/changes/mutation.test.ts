import { expect, test } from "vitest";
import { mutationOf } from "./mutation";
import type { Task } from "./rows";

function taskSeen(version: string, life = 1): Task {
  const kept = { id: "t", life, version: 1, seen: { title: version }, created_at: "", updated_at: "" };
  return { ...kept, kind: "task", title: "Archive", tags: [], reminders: [] };
}

const edit = { op: "update", kind: "task", entity: "t", set: { title: "The archive", notes: "blue" } } as const;

test("an edit is made upon what is shown, field by field", () => {
  expect(mutationOf(edit, taskSeen("c:1", 3))).toMatchObject({ base: { title: "c:1" }, life: 3 });
});

test("what was written in an open box is made upon what its author saw there", () => {
  const saw = taskSeen("c:1");
  expect(mutationOf({ ...edit, upon: saw }, taskSeen("c:2", 2))).toMatchObject({ base: { title: "c:1" }, life: 1 });
});

test("nothing was seen of what is new", () => {
  expect(mutationOf(edit, undefined)).toMatchObject({ base: {}, life: null });
});
