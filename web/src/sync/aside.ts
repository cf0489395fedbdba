import type { Numbered } from "../changes/mutation";
import { Signal } from "../signal";
import type { Disk } from "./disk";

/** An edit that the server takes in no form, as it was made, and what the server said. */
export interface SetAside extends Numbered {
  readonly why: string;
}

/** The edits of this device that could not be sent, kept until somebody decides. */
export class Aside {
  readonly edits = new Signal<readonly SetAside[]>([]);
  readonly #disk: Disk;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Look at what is kept: another tab may have set something aside. */
  async read(): Promise<void> {
    this.edits.value = await this.#disk.getAll("aside");
  }

  /** Keep the edit no longer. */
  async letGo(id: string): Promise<void> {
    await this.#disk.delete("aside", id);
    await this.read();
  }
}
