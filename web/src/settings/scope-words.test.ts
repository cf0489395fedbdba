import { expect, test } from "vitest";
import type { Scope } from "../accounts/account";
import { scopeWords } from "./scope-words";

test.each<[string, readonly Scope[]]>([
  ["Read", ["read"]],
  ["Read and write", ["read", "write"]],
  ["Read and write", ["admin", "read", "write"]],
  ["Write, not read", ["write"]],
  ["Nothing yet", ["admin"]],
])("A token is said to do what the server lets it do: %s", (words, scopes) => {
  expect(scopeWords(scopes)).toBe(words);
});
