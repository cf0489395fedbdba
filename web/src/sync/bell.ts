/** Wakes who waits; a ring that nobody waited for is kept. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  /** Wake who waits, or who waits next. */
  readonly ring = (): void => {
    this.#rung = true;
    this.#wake?.();
  };

  /** Wait for a ring, at most so long. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    this.#rung = false;
  }
}
