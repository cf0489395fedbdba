import { Signal } from "../signal";

interface State {
  readonly reachable: boolean;
  readonly signedIn: boolean;
  /** How many edits are on this device alone. */
  readonly waiting: number;
}

/** Whether what was done here is at the server. */
export class Status extends Signal<State> {
  constructor() {
    super({ reachable: true, signedIn: true, waiting: 0 });
  }

  /** Note what is another now; the rest stays as it is. */
  note(news: Partial<State>): void {
    const next = { ...this.value, ...news };
    const { reachable, signedIn, waiting } = this.value;
    const isSame = next.reachable === reachable && next.signedIn === signedIn && next.waiting === waiting;
    if (!isSame) this.value = next;
  }
}
