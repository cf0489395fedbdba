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
    return this.leads ? fitting(await this.#outbox.waiting(this.#sent, MOST_MUTATIONS)) : [];
  }

  /** The server has answered to these. */
  sent(mutations: readonly Numbered[]): void {
    this.#sent = mutations.at(-1)?.n ?? this.#sent;
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
