/** Wait until the page has nothing more pressing to do, at most that long. */
export function idle(mostMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => resolve(), { timeout: mostMilliseconds });
    // Safari has none; a moment later the lists stand there too.
    else setTimeout(resolve, mostMilliseconds / 2);
  });
}
