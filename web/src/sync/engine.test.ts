import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { mutationOf } from "../changes/mutation";
import { Store } from "../changes/store";
import { Aside } from "./aside";
import { openDisk } from "./disk";
import { Engine } from "./engine";
import { Outbox } from "./outbox";
import type { Word } from "./tabs";

const QUIET = { changed() {}, replaced() {}, refused() {}, reachable() {}, signedOut() {} };
const NOWHERE = { space: null, epoch: null, cursor: null };

/** What the server says to a push of that device. */
type Say = (client: string, pushed: number) => Response;

async function engineBefore(say: Say): Promise<{ engine: Engine; outbox: Outbox; end: AbortController }> {
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { client, mutations } = JSON.parse(body);
    return say(client, mutations.length);
  });
  const outbox = new Outbox(await openDisk(crypto.randomUUID()));
  await outbox.add([mutationOf({ op: "create", kind: "task", entity: "tea", set: { title: "Tea" } }, undefined)]);
  const client = await outbox.client();
  const engine = new Engine({ store: new Store(), outbox, client }, NOWHERE, () => {}, QUIET);
  const end = new AbortController();
  void engine.run(end.signal);
  engine.lead();
  return { engine, outbox, end };
}

function answer(acknowledged: number): Response {
  const nothing = { results: [], rows: [], cursor: null, more: false };
  return Response.json({ space: "s", epoch: "e", acknowledged, ...nothing });
}

test("a server that was long away and came back with an older backup gets what waits, from a new device", async () => {
  let isAway = true;
  let tries = 0;
  const first: string[] = [];
  const { engine, outbox, end } = await engineBefore((client, pushed) => {
    tries += 1;
    if (isAway) throw new TypeError("Failed to fetch");
    first.push(client);
    if (client === first[0]) return Response.json({ name: "out_of_order" }, { status: 409 });
    return answer(pushed);
  });
  await vi.waitFor(() => {
    engine.bell.ring();
    expect(tries).toBeGreaterThan(5);
  });
  isAway = false;
  await vi.waitFor(async () => {
    engine.bell.ring();
    expect(await outbox.waiting()).toEqual([]);
  });
  expect(new Set(first).size).toBe(2);
  end.abort();
});

const HERE = { space: "s", epoch: "e", cursor: "100.aaaaaaaa" };

function row(id: string) {
  return { kind: "task", id, sequence: 1, life: 1, version: 1, values: { title: id }, stamps: {} } as const;
}

/** Return an engine that stands at 100, what it told other tabs, and the cursors that it asked the server with. */
async function engineAt100(say: (cursor: string | null) => Response) {
  const asked: (string | null)[] = [];
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { cursor } = JSON.parse(body);
    asked.push(cursor);
    return say(cursor);
  });
  const outbox = new Outbox(await openDisk(crypto.randomUUID()));
  const store = new Store();
  const told: Word[] = [];
  const client = await outbox.client();
  const engine = new Engine({ store, outbox, client }, HERE, (word) => told.push(word), QUIET);
  const end = new AbortController();
  return { engine, store, told, asked, client, end };
}

function nothingNew(cursor: string | null): Response {
  return Response.json({ space: "s", epoch: "e", results: [], rows: [], cursor, more: false, acknowledged: 0 });
}

function delta(to: number, mark: string) {
  const cursor = `${to}.${mark}`;
  return { space: "s", epoch: "e", from: to, to, rows: [row("tea")], cursor, acknowledged: {} };
}

test("after starting afresh, the other tabs are told to ask for themselves", async () => {
  const fresh = {
    space: "s",
    epoch: "e",
    results: [],
    rows: [row("new")],
    cursor: "120.bb",
    more: false,
    acknowledged: 0,
  };
  const { engine, store, told, end } = await engineAt100((cursor) =>
    cursor === null ? Response.json(fresh) : Response.json({ name: "resync" }, { status: 410 }),
  );
  store.confirm([], null);
  store.perform({ id: "m", op: "create", kind: "task", entity: "old", clock: [1, 0], life: null, base: {}, set: {} });
  engine.lead();
  void engine.run(end.signal);
  await vi.waitFor(() => expect(store.confirmed("new")).toBeDefined());
  end.abort();
  expect(told).toMatchObject([{ type: "delta", delta: { to: 120, rows: null } }]);
});

test("what is told of another history than ours makes it ask the server", async () => {
  const { engine, asked, end } = await engineAt100(nothingNew);
  void engine.run(end.signal);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await vi.waitFor(() => {
    engine.hear(delta(100, "aaaaaaaa"));
    expect(asked).toHaveLength(1);
  });
  engine.hear(delta(99, "cccccccc"));
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
  end.abort();
});

test.each([99, 101])("a head of %i beside our 100 makes it ask the server", async (head) => {
  const { engine, asked, end } = await engineAt100(nothingNew);
  void engine.run(end.signal);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  engine.compare({ space: "s", epoch: "e", head: 100 });
  engine.compare({ space: "s", epoch: "e", head });
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(1));
  end.abort();
});

test("a tab that has the rows already still hears that its edit is among them", async () => {
  const { engine, store, client } = await engineAt100(nothingNew);
  store.perform({ id: "m", op: "update", kind: "task", entity: "tea", clock: [1, 0], life: 1, base: {}, set: {} }, 7);
  engine.hear({ ...delta(100, "aaaaaaaa"), acknowledged: { [client]: 7 } });
  expect(store.waiting).toBe(0);
});

/** Return a running engine with an edit waiting per title, and what of it a server that takes this much was sent. */
async function engineWith(titles: readonly string[], takes: (pushed: readonly string[]) => Response | undefined) {
  const taken: [n: number, title: string][] = [];
  const asked = vi.fn();
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { mutations } = JSON.parse(body) as { mutations: { n: number; set: { title?: string } }[] };
    asked(mutations.length);
    const refusal = takes(mutations.map(({ set }) => set.title ?? ""));
    if (refusal) return refusal;
    for (const { n, set } of mutations) taken.push([n, set.title ?? ""]);
    return answer(mutations.at(-1)?.n ?? 0);
  });
  const disk = await openDisk(crypto.randomUUID());
  const [outbox, aside] = [new Outbox(disk), new Aside(disk)];
  const [refused, reachable] = [vi.fn(), vi.fn()];
  const edits = titles.map((title) => ({ op: "create", kind: "task", entity: title, set: { title } }) as const);
  await outbox.add(edits.map((edit) => mutationOf(edit, undefined)));
  const told = { ...QUIET, refused, reachable };
  const engine = new Engine({ store: new Store(), outbox, client: await outbox.client() }, NOWHERE, () => {}, told);
  const end = new AbortController();
  engine.lead();
  void engine.run(end.signal);
  return { outbox, aside, refused, reachable, taken, asked, end };
}

function tooLarge(): Response {
  return new Response("<h1>413 Request Entity Too Large</h1>", { status: 413 });
}

test("what is too large in one push arrives in several", async () => {
  const titles = ["a", "b", "c", "d", "e", "f", "g"];
  const { outbox, aside, taken, end } = await engineWith(titles, (pushed) =>
    pushed.length > 2 ? tooLarge() : undefined,
  );
  await vi.waitFor(async () => expect(await outbox.waiting()).toEqual([]));
  end.abort();
  expect(taken).toEqual(titles.map((title, index) => [index + 1, title]));
  await aside.read();
  expect(aside.edits.value).toEqual([]);
});

test.each([
  ["is too large", tooLarge],
  [
    "does not fit",
    () => Response.json({ name: "invalid", detail: "mutations.id: no.", field: "mutations.id" }, { status: 422 }),
  ],
])("one edit that %s blocks no other, and is kept with what the server said", async (_, refusal) => {
  const { outbox, aside, refused, taken, end } = await engineWith(["a", "b", "bad", "c", "d"], (pushed) =>
    pushed.includes("bad") ? refusal() : undefined,
  );
  await vi.waitFor(async () => expect(await outbox.waiting()).toEqual([]));
  end.abort();
  expect(taken).toEqual([
    [1, "a"],
    [2, "b"],
    [3, ""],
    [4, "c"],
    [5, "d"],
  ]);
  expect(refused).toHaveBeenCalledOnce();
  await aside.read();
  expect(aside.edits.value).toMatchObject([{ n: 3, set: { title: "bad" } }]);
  await aside.letGo(aside.edits.value[0]?.id ?? "");
  expect(aside.edits.value).toEqual([]);
});

test("a server that takes no push at all is not asked without a pause, and loses nothing", async () => {
  const { outbox, aside, reachable, asked, end } = await engineWith(["a"], () => tooLarge());
  await vi.waitFor(() => expect(reachable).toHaveBeenCalledWith(false));
  end.abort();
  expect(asked).toHaveBeenCalledTimes(2);
  await aside.read();
  expect(aside.edits.value).toMatchObject([{ set: { title: "a" } }]);
  expect(await outbox.waiting()).toHaveLength(1);
});

test("a refusal that is not of what was pushed sets nothing aside", async () => {
  const { outbox, aside, asked, end } = await engineWith(["a", "b"], () =>
    Response.json({ name: "invalid", field: "schema" }, { status: 422 }),
  );
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  await aside.read();
  end.abort();
  expect(aside.edits.value).toEqual([]);
  expect(await outbox.waiting()).toHaveLength(2);
});
