import { expect, test } from "vitest";
import type { Task } from "../../changes/rows";
import { begin, isOvertaken, keptIn, seenBy } from "./draft";

function taskWith(notes: string, version = 1): Task {
  const kept = { id: "t", life: 1, version, seen: { notes: `c:${version}` }, created_at: "", updated_at: "" };
  return { ...kept, kind: "task", title: "Archive", notes, tags: [], reminders: [] };
}

const typed = { ...begin(taskWith("old"), "notes"), text: "mine" };

test("a change of another field does not overtake what is typed", () => {
  const changed = { ...taskWith("old", 2), title: "The archive" };
  expect(isOvertaken(typed, changed, "notes")).toBe(false);
  expect(seenBy(typed, changed, "notes")).toBe(changed);
});

test("a change of the field overtakes it, and was not seen", () => {
  const changed = taskWith("theirs", 2);
  expect(isOvertaken(typed, changed, "notes")).toBe(true);
  expect(seenBy(typed, changed, "notes")).toBe(typed.upon);
});

test("the same words from elsewhere overtake nothing", () => {
  expect(isOvertaken(typed, taskWith("mine", 2), "notes")).toBe(false);
});

test("what one has kept oneself is seen", () => {
  const kept = keptIn(typed, taskWith("mine", 2), "notes");
  const goneOn = { ...kept, text: "mine too" };
  const confirmed = taskWith("mine", 3);
  expect(isOvertaken(goneOn, confirmed, "notes")).toBe(false);
  expect(seenBy(goneOn, confirmed, "notes")).toBe(confirmed);
});

test("that the task was deleted meanwhile was not seen", () => {
  expect(seenBy(typed, { ...taskWith("old", 2), life: 2 }, "notes")).toBe(typed.upon);
});

test("what was kept more tidily than it was typed is one's own still", () => {
  const kept = keptIn({ ...typed, text: "mine " }, taskWith("mine", 2), "notes");
  expect(kept.text).toBe("mine ");
  expect(isOvertaken(kept, taskWith("mine", 3), "notes")).toBe(false);
});
