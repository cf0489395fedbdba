import { beforeEach, expect, test } from "vitest";
import { Layers } from "./layers";

/** A browser's history, which goes back a while after it was asked to. */
class Past {
  entries: { state: unknown; page: string }[] = [{ state: null, page: "today" }];
  at = 0;
  onMoved = () => {};

  get state(): unknown {
    return this.entries[this.at]?.state;
  }

  get page(): string | undefined {
    return this.entries[this.at]?.page;
  }

  pushState(state: unknown, _: string, page = this.page ?? ""): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { state, page }];
    this.at += 1;
  }

  go(steps: number): void {
    setTimeout(() => {
      this.at += steps;
      this.onMoved();
    });
  }
}

let past: Past;
let layers: Layers;

beforeEach(() => {
  past = new Past();
  layers = new Layers(past);
  past.onMoved = layers.moved;
});

function open(name: string, closed: string[] = []): () => void {
  const leave = layers.lay({
    close() {
      closed.push(name);
      leave();
    },
  });
  return leave;
}

function calm(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5));
}

test("back closes what lies nearest, and leaves the page where it is", async () => {
  const closed: string[] = [];
  open("drawer", closed);
  open("dialog", closed);
  await calm();
  past.go(-1);
  await calm();
  expect(closed).toEqual(["dialog"]);
  past.go(-1);
  await calm();
  expect(closed).toEqual(["dialog", "drawer"]);
  expect([past.at, past.page]).toEqual([0, "today"]);
});

test("what is closed otherwise leaves no entry to go back through", async () => {
  const close = open("dialog");
  await calm();
  expect(past.at).toBe(1);
  close();
  await calm();
  expect(past.at).toBe(0);
});

test("one that goes for another keeps its entry", async () => {
  const close = open("menu");
  await calm();
  const closed: string[] = [];
  close();
  open("picker", closed);
  await calm();
  expect([past.at, past.entries.length, closed]).toEqual([1, 2, []]);
});

test("one that comes while the entry of another is being left stays", async () => {
  const close = open("menu");
  await calm();
  close();
  await Promise.resolve();
  const closed: string[] = [];
  open("picker", closed);
  await calm();
  expect([past.at, closed]).toEqual([1, []]);
});

test("another page closes all, and back from it leads to the one before", async () => {
  const closed: string[] = [];
  open("drawer", closed);
  open("dialog", closed);
  await calm();
  layers.goOn(() => past.pushState(null, "", "inbox"), { isRewrite: false });
  await calm();
  expect(closed).toEqual(["dialog", "drawer"]);
  expect(past.entries.map(({ page }) => page)).toEqual(["today", "inbox"]);
});

test("an address that is only written anew closes nothing, and is written under what lies there", async () => {
  const close = open("palette");
  await calm();
  let rewritten = -1;
  layers.goOn(
    () => {
      rewritten = past.at;
    },
    { isRewrite: true },
  );
  await calm();
  expect([rewritten, layers.open.value.length]).toEqual([-1, 1]);
  close();
  await calm();
  expect(rewritten).toBe(0);
});

test("forth to what is closed leads nowhere", async () => {
  open("dialog");
  await calm();
  past.go(-1);
  await calm();
  past.go(1);
  await calm();
  expect([past.at, layers.open.value]).toEqual([0, []]);
});
