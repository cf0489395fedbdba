import { expect, test } from "vitest";
import { mutationOf } from "../changes/mutation";
import { fitting } from "./wire";

function edit(n: number, notes: string) {
  return { ...mutationOf({ op: "update", kind: "task", entity: "tea", set: { notes } }, undefined), n };
}

test("a push holds what the server takes, counted in bytes, and in order", () => {
  const long = "茶".repeat(30_000);
  expect(fitting([edit(1, "a"), edit(2, long), edit(3, long), edit(4, "b")]).map(({ n }) => n)).toEqual([1, 2]);
});

test("one that is large goes by itself, so that nothing waits for ever", () => {
  expect(fitting([edit(1, "x".repeat(200_000)), edit(2, "b")]).map(({ n }) => n)).toEqual([1]);
});
