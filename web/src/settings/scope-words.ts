import type { Scope } from "../accounts/account";

/** Return what a token with these scopes may do. `admin` alone opens nothing: accounts are changed by who is signed in. */
export function scopeWords(scopes: readonly Scope[]): string {
  if (!scopes.includes("read")) return scopes.includes("write") ? "Write, not read" : "Nothing yet";
  return scopes.includes("write") ? "Read and write" : "Read";
}
