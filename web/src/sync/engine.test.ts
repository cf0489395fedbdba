import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { mutationOf } from "../changes/mutation";
import { Store } from "../changes/store";
import { openDisk } from "./disk";
import { Engine } from "./engine";
import { Outbox } from "./outbox";

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
