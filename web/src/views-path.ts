const OF_THE_SERVER = new Set(["api", "socket.io", "healthz", "readyz"]);

/** Tell whether the app itself shows something there; files and what the server says come from the network. */
export function isView(path: string): boolean {
  const parts = path.split("/");
  return !OF_THE_SERVER.has(parts[1] ?? "") && !parts.at(-1)?.includes(".");
}
