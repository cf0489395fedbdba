import type { Id, Row } from "../changes/rows";
import { isAlive } from "../changes/rows";
import type { Disk, Position } from "./disk";

const ROWS_A_CHUNK = 500;
const CHUNKS_A_PART = 2;
const NOWHERE: Position = { space: null, epoch: null, cursor: null, written: "" };

type Shelf = "now" | "past";

/** The copy of the server's rows on this device, in chunks: those that lists show, and those that are over. */
export class Snapshot {
  readonly #disk: Disk;
  readonly #chunkOf = new Map<Id, string>();
  readonly #members = new Map<string, Set<Id>>();
  readonly #roomy: Record<Shelf, string> = { now: "", past: "" };
  #written = "";
  #count = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Return where the copy stands. */
  async position(): Promise<Position> {
    const position = (await this.#disk.get("position", "now")) ?? NOWHERE;
    this.#written = position.written;
    return position;
  }

  /** Return the rows that lists show. */
  async now(): Promise<Row[]> {
    const range = rangeOf("now");
    const [keys, texts] = await Promise.all([this.#disk.getAllKeys("rows", range), this.#disk.getAll("rows", range)]);
    return this.#unpacked(keys, texts);
  }

  /** Return the rows that are over, part by part: in between, the page does what is asked of it. */
  async *past(): AsyncGenerator<Row[]> {
    const keys = await this.#disk.getAllKeys("rows", rangeOf("past"));
    for (let at = 0; at < keys.length; at += CHUNKS_A_PART) {
      const part = keys.slice(at, at + CHUNKS_A_PART);
      const texts = await this.#disk.getAll("rows", IDBKeyRange.bound(part[0], part.at(-1)));
      yield this.#unpacked(part, texts);
    }
  }

  /** Write what changed, and with it where the copy now stands. */
  async write(
    changed: Iterable<Id>,
    find: (id: Id) => Row | undefined,
    position: Omit<Position, "written">,
  ): Promise<void> {
    const stale = new Set<string>();
    for (const id of changed) this.#move(id, find(id), stale);
    const written = crypto.randomUUID();
    const stored = this.#disk.transaction(["rows", "position"], "readwrite");
    if ((await stored.objectStore("position").get("now"))?.written !== (this.#written || undefined)) {
      stored.abort();
      await stored.done.catch(() => {});
      throw new WrittenElsewhere();
    }
    for (const chunk of stale) {
      const rows = [...(this.#members.get(chunk) ?? [])].map(find);
      stored.objectStore("rows").put(JSON.stringify(rows.filter((row) => row !== undefined)), chunk);
    }
    stored.objectStore("position").put({ ...position, written }, "now");
    await stored.done;
    this.#written = written;
  }

  /** Empty the copy. */
  async clear(): Promise<void> {
    const stored = this.#disk.transaction(["rows", "position"], "readwrite");
    stored.objectStore("rows").clear();
    stored.objectStore("position").clear();
    await stored.done;
    this.#chunkOf.clear();
    this.#members.clear();
    this.#written = "";
    this.#count = 0;
  }

  #unpacked(keys: readonly string[], texts: readonly string[]): Row[] {
    return texts.flatMap((text, index) => {
      const rows: Row[] = JSON.parse(text);
      const chunk = keys[index] ?? "";
      this.#count = Math.max(this.#count, Number(chunk.split("-")[1]));
      for (const { id } of rows) this.#shelve(id, chunk);
      return rows;
    });
  }

  #move(id: Id, row: Row | undefined, stale: Set<string>): void {
    const old = this.#chunkOf.get(id);
    if (old !== undefined) stale.add(old);
    const shelf = row && shelfOf(row);
    if (shelf && old?.startsWith(shelf)) return;
    if (old !== undefined) this.#members.get(old)?.delete(id);
    this.#chunkOf.delete(id);
    if (!shelf) return;
    const chunk = this.#roomyChunk(shelf);
    this.#shelve(id, chunk);
    stale.add(chunk);
  }

  #roomyChunk(shelf: Shelf): string {
    if (this.#isRoomy(this.#roomy[shelf])) return this.#roomy[shelf];
    const found = [...this.#members.keys()].find((chunk) => chunk.startsWith(shelf) && this.#isRoomy(chunk));
    this.#count += found ? 0 : 1;
    this.#roomy[shelf] = found ?? `${shelf}-${String(this.#count).padStart(6, "0")}`;
    return this.#roomy[shelf];
  }

  #isRoomy(chunk: string): boolean {
    const ids = this.#members.get(chunk);
    return ids !== undefined && ids.size < ROWS_A_CHUNK;
  }

  #shelve(id: Id, chunk: string): void {
    this.#chunkOf.set(id, chunk);
    const ids = this.#members.get(chunk) ?? new Set();
    this.#members.set(chunk, ids.add(id));
  }
}

/** Another tab has written the copy since: it is to be written whole. */
export class WrittenElsewhere extends Error {
  override readonly name = "WrittenElsewhere";
}

function rangeOf(shelf: Shelf): IDBKeyRange {
  return IDBKeyRange.bound(`${shelf}-`, `${shelf}-\uffff`);
}

function shelfOf(row: Row): Shelf {
  const isOver =
    !isAlive(row) ||
    (row.kind === "task" && row.completed_at !== undefined) ||
    (row.kind === "notice" && row.read_at !== undefined) ||
    (row.kind === "conflict" && row.state !== "open");
  return isOver ? "past" : "now";
}
