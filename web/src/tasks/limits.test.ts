import { expect, test } from "vitest";
import type { Task } from "../changes/rows";
import { withRoom } from "./limits";

function taskWith(title: string, tags: number, reminders = 0): Task {
  const kept = { id: title, life: 1, version: 1, seen: {}, created_at: "", updated_at: "" };
  return {
    ...kept,
    kind: "task",
    title,
    tags: Array.from({ length: tags }, (_, index) => `tag ${index}`),
    reminders: Array.from({ length: reminders }, (_, index) => ({ id: `${index}`, before: "PT1H" })),
  };
}

test("A task with less than the most has room for one more", () => {
  const tasks = [taskWith("Tea", 49, 19)];
  expect(withRoom(tasks, "tags")).toEqual({ tasks, refusal: undefined });
  expect(withRoom(tasks, "reminders")).toEqual({ tasks, refusal: undefined });
});

test("A full one is left out, and it is said why", () => {
  const [tea, milk] = [taskWith("Tea", 50), taskWith("Milk", 2, 20)];
  expect(withRoom([tea, milk], "tags")).toEqual({
    tasks: [milk],
    refusal: "A task has room for 50 tags, and no more fit on “Tea”: take one off first.",
  });
  expect(withRoom([milk], "reminders").tasks).toEqual([]);
});
