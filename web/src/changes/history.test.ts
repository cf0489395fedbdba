import { expect, test } from "vitest";
import { History, inverseOf } from "./history";
import type { Edit } from "./mutation";
import type { Task } from "./rows";

const MILK = "0192f0c0-0000-7000-8000-000000000002";
const milk: Task = {
  kind: "task",
  id: MILK,
  life: 1,
  version: 1,
  seen: {},
  created_at: "",
  updated_at: "",
  title: "Milk",
  tags: ["dairy"],
  reminders: [{ id: "r", before: "PT1H" }],
};
const rows = new Map([[MILK, milk]]);

test("What takes an update back sets each field to what it was, and clears what was not there", () => {
  const set = { title: "Oat milk", priority: 1, "tag:dairy": null, "tag:vegan": true, "reminder:r": null };
  expect(inverseOf({ op: "update", kind: "task", entity: MILK, set }, rows).set).toEqual({
    title: "Milk",
    priority: null,
    "tag:dairy": true,
    "tag:vegan": null,
    "reminder:r": { before: "PT1H" },
  });
});

test.each([
  ["create", "delete"],
  ["delete", "restore"],
  ["complete", "reopen"],
  ["reopen", "complete"],
] as const)("What takes %s back is %s", (op, opposite) => {
  expect(inverseOf({ op, kind: "task", entity: MILK }, rows).op).toBe(opposite);
});

test("Steps are taken back from the last to the first, each once, and fifty are kept", () => {
  const history = new History();
  const inverse: Edit[] = [];
  const steps = Array.from({ length: 60 }, (_, n) => ({ words: `${n}`, inverse }));
  for (const step of steps) history.push(step);
  expect(history.pop()?.words).toBe("59");
  expect(history.take(steps[57] ?? { words: "", inverse })?.words).toBe("57");
  expect(history.take(steps[57] ?? { words: "", inverse })).toBeUndefined();
  const rest = Array.from({ length: 48 }, () => history.pop()?.words);
  expect([rest[0], rest.at(-1), history.pop()]).toEqual(["58", "10", undefined]);
});
