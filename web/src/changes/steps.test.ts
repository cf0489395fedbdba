import { beforeEach, expect, test } from "vitest";
import type { Edit } from "./mutation";
import { Steps } from "./steps";
import { Store } from "./store";

let store: Store;
let steps: Steps;

beforeEach(() => {
  store = new Store();
  steps = new Steps(store);
  steps.perform([{ op: "create", kind: "task", entity: "tea", set: { title: "Tea" } }]);
});

function retitle(title: string): Edit {
  return { op: "update", kind: "task", entity: "tea", set: { title } };
}

function titleNow(): unknown {
  const row = store.rows.get("tea");
  return row?.kind === "task" && row.title;
}

test("a step is shown at once, and what takes it back leads to what was before, all of it", () => {
  steps.perform([retitle("Milk"), retitle("Bread")], { words: "Edited" });
  expect(titleNow()).toBe("Bread");
  steps.perform(steps.take()?.inverse ?? []);
  expect(titleNow()).toBe("Tea");
});

test("what takes a step back stands upon the row as the step left it", () => {
  steps.perform([retitle("Milk")], { words: "Edited" });
  const upon = store.rows.get("tea");
  expect(steps.take()?.inverse).toEqual([{ ...retitle("Tea"), upon }]);
});

test("what was done last is told until it is taken back or followed by a quiet step", () => {
  steps.perform([retitle("Milk")], { words: "Edited “Tea”" });
  expect(steps.done.value?.words).toBe("Edited “Tea”");
  steps.perform([retitle("Bread")], { words: "Edited “Milk”", isQuiet: true });
  expect(steps.done.value).toBeUndefined();
  expect(steps.take()?.words).toBe("Edited “Milk”");
});

test("what has no words is no step", () => {
  expect(steps.take()).toBeUndefined();
});
