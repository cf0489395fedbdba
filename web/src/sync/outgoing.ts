import type { Numbered } from "../changes/mutation";
import type { Outbox } from "./outbox";
import { fitting } from "./wire";

const MOST_MUTATIONS = 50;

/** What this tab sends of the edits that wait: nothing, unless it is the one that leads. */
export class Outgoing {
  leads = false;
  /** The name under which they are numbered. */
  client: string;
  readonly #outbox: Outbox;
  #sent = 0;
  #pushed: readonly Numbered[] = [];
  #most = MOST_MUTATIONS;

  constructor(outbox: Outbox, client: string) {
    this.#outbox = outbox;
    this.client = client;
  }

  /** Begin with the first that waits. */
  startOver(): void {
    this.#sent = 0;
  }

  /** Return those that go next in one call. */
  async next(): Promise<readonly Numbered[]> {
    this.#pushed = this.leads ? fitting(await this.#outbox.waiting(this.#sent, this.#most)) : [];
    return this.#pushed;
  }

  /** The server has answered to those that went. */
  arrived(): void {
    this.#most = MOST_MUTATIONS;
    this.#sent = this.#pushed.at(-1)?.n ?? this.#sent;
  }

  /** Send half as many next; returns what was set aside: one that was refused alone. Undefined: it was not for them. */
  async pushLess(reason: string): Promise<readonly Numbered[] | undefined> {
    const [first, ...others] = this.#pushed;
    if (first === undefined || changesNothing(first)) return undefined;
    this.#most = Math.ceil(this.#pushed.length / 2);
    if (others.length > 0) return [];
    await this.#outbox.setAside(first, reason);
    return [first];
  }

  /** Tell whether any are left. */
  async hasMore(): Promise<boolean> {
    return this.leads && (await this.#outbox.waiting(this.#sent, 1)).length > 0;
  }

  /** Let go of what the server has. */
  async acknowledge(through: number): Promise<void> {
    await this.#outbox.acknowledge(through);
  }

  /** Become another device, to which the server has answered nothing yet; returns what waits, with its new numbers. */
  async startAfresh(): Promise<readonly Numbered[]> {
    const mutations = await this.#outbox.startAfresh();
    this.client = await this.#outbox.client();
    return mutations;
  }
}

/** Tell whether it only has a number: a server that does not take even that has another reason. */
function changesNothing({ op, set }: Numbered): boolean {
  return op === "update" && Object.keys(set).length === 0;
}
