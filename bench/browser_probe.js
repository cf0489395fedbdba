// Measures from within the page, by its own clock: milliseconds from when the browser had the input, or began the visit.
"use strict";

const probe = {
  /** Resolves when what is in the page now is on the screen. */
  painted: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => port2.postMessage(0));
    }),

  /** Resolves behind all that was to be done at once. */
  handled: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    }),

  /** At the next such event, note how long it is until what it does is laid out, and until that is seen. */
  arm(type, isShown) {
    probe.result = new Promise((resolve) => {
      let painting;
      window.addEventListener(type, () => (painting = probe.painted()), { capture: true, once: true });
      // Here, behind all other listeners, React has drawn already.
      const note = async ({ timeStamp }) => {
        document.body.getBoundingClientRect();
        const handled = performance.now() - timeStamp;
        let painted = await painting;
        while (!isShown() && painted - timeStamp < 5000) painted = await probe.painted();
        resolve({ handled, painted: painted - timeStamp, at: performance.timeOrigin + timeStamp });
      };
      window.addEventListener(type, note, { once: true });
    });
  },

  /** Resolves with the world's time at which it is seen. */
  async seen(isShown) {
    let painted = await probe.painted();
    for (let frames = 0; !isShown() && frames < 600; frames += 1) painted = await probe.painted();
    return performance.timeOrigin + painted;
  },

  /** Return how long each frame took while the list is scrolled by that many pixels a frame. */
  async scroll(pixels, frames) {
    const main = document.querySelector("main");
    const lengths = [];
    let before = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame += 1) {
      main.scrollTop += pixels;
      const now = await new Promise(requestAnimationFrame);
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  },

  /** Return where the copy on this device stands. */
  async kept() {
    const [found] = (await indexedDB.databases()).filter(({ name }) => name.startsWith("onthedot-"));
    if (!found) return undefined;
    const ask = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const disk = await ask(indexedDB.open(found.name));
    const position = await ask(disk.transaction("position").objectStore("position").get("now"));
    disk.close();
    return position?.cursor;
  },

  /** Tell whether the row shows its task as done, or has left already. */
  isDone: (row) => document.getElementById(row)?.closest("[role=listitem]").querySelector("input").checked ?? true,

  /** Return when the last answer of the server had come. */
  pulled: () =>
    Math.max(...performance.getEntriesByType("resource").map((one) => (one.name.endsWith("/sync") ? one.responseEnd : 0))),

  interactions: new Map(),

  /** Return how long the slowest interactions took, without one in fifty. */
  inp() {
    const lengths = [...probe.interactions.values()].sort((one, other) => other - one);
    return lengths[Math.floor(lengths.length / 50)] ?? 0;
  },
};

/** When rows were drawn, and when a key moved the keyboard to one of them. */
probe.usable = new Promise((resolve) => {
  let drawn;
  const look = async () => {
    if (document.querySelector("a[id^=row-]")) {
      drawn ??= performance.now();
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
      const usable = await probe.handled();
      if (document.querySelector("a[id^=row-][tabindex='0']")) return resolve({ drawn, usable });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});

new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) {
    const known = probe.interactions.get(interactionId) ?? 0;
    if (interactionId > 0) probe.interactions.set(interactionId, Math.max(known, duration));
  }
}).observe({ type: "event", durationThreshold: 16, buffered: true });

window.probe = probe;
