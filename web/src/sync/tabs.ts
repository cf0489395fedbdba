import type { Numbered } from "../changes/mutation";
import type { Delta, Result } from "./wire";

/** What the tabs of one person tell each other. */
export type Word =
  | { readonly type: "stored"; readonly mutations: readonly Numbered[] }
  | { readonly type: "delta"; readonly delta: Delta }
  | { readonly type: "refused"; readonly results: readonly Result[] }
  | { readonly type: "renumbered"; readonly mutations: readonly Numbered[] }
  | { readonly type: "decided" }
  | { readonly type: "reachable"; readonly reachable: boolean }
  | { readonly type: "signed-out" };

/** The other tabs of this person in this browser. */
export class Tabs {
  readonly #channel: BroadcastChannel;

  constructor(person: string, hear: (word: Word) => void) {
    this.#channel = new BroadcastChannel(`onthedot-${person}`);
    this.#channel.onmessage = (message: MessageEvent<Word>) => hear(message.data);
  }

  /** Tell all others. */
  tell(word: Word): void {
    this.#channel.postMessage(word);
  }

  /** Hear and tell no more. */
  close(): void {
    this.#channel.close();
  }
}

/** Do it while no other tab does; without locks (plain http) each tab does it, which is safe but not thrifty. */
export async function alone(person: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  try {
    await navigator.locks.request(`onthedot-${person}`, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
