import { Signal } from "../signal";

/** Something that lies over the page: a dialog, a menu, the drawer. */
export interface Layer {
  /** While it is open, nothing outside of it can be pressed. */
  readonly dialog?: HTMLDialogElement | undefined;
  readonly close: () => void;
}

/** What we need of the browser's history. */
type Past = Pick<History, "state" | "pushState" | "go">;

/** All that lies over the page, the nearest last. Each layer has an entry in the history, so that "back" closes it alone. */
export class Layers {
  /** What lies there now; it changes whenever a layer comes or goes. */
  readonly open = new Signal<readonly Layer[]>([]);
  readonly #past: Past;
  #waiting: (() => void)[] = [];
  #isMoving = false;

  constructor(past: Past) {
    this.#past = past;
    this.#settleSoon();
  }

  /** Let it lie over what is there; returns what takes it away again. */
  lay(layer: Layer): () => void {
    this.#put([...this.open.value, layer]);
    return () => this.#put(this.open.value.filter((other) => other !== layer));
  }

  /** Go to another page, once nothing lies over this one; what only rewrites this one's address waits for that. */
  goOn(go: () => void, { isRewrite }: { readonly isRewrite: boolean }): void {
    if (this.#depth === 0 && !this.#isMoving) {
      go();
      return;
    }
    this.#waiting.push(go);
    if (!isRewrite) for (const layer of this.open.value.toReversed()) layer.close();
    this.#settleSoon();
  }

  /** The history stands elsewhere: because we moved it, or because the person went back or forth. */
  readonly moved = (): void => {
    const wasOurs = this.#isMoving;
    this.#isMoving = false;
    const gone = wasOurs ? [] : this.open.value.slice(this.#depth);
    for (const layer of gone.toReversed()) layer.close();
    this.#put(this.open.value.filter((layer) => !gone.includes(layer)));
  };

  get #depth(): number {
    return (this.#past.state as { layer?: number } | null)?.layer ?? 0;
  }

  #put(layers: readonly Layer[]): void {
    this.open.value = layers;
    this.#settleSoon();
  }

  /** Not at once: where one layer goes for another, the history stays as it is. */
  #settleSoon(): void {
    queueMicrotask(() => this.#settle());
  }

  #settle(): void {
    if (this.#isMoving) return;
    const wanted = this.open.value.length;
    const surplus = this.#depth - wanted;
    for (let layer = this.#depth + 1; layer <= wanted; layer += 1) this.#past.pushState({ layer }, "");
    if (surplus > 0) {
      this.#isMoving = true;
      this.#past.go(-surplus);
    } else if (wanted === 0) {
      for (const go of this.#waiting.splice(0)) go();
    }
  }
}
