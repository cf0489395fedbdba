import type { Delta, Head } from "./wire";

/** What is heard from the server at once. */
export interface Ears {
  readonly delta: (delta: Delta) => void;
  readonly head: (head: Head) => void;
}

/** Hear of changes at once until aborted; losing any message costs nothing, since heads show the hole. */
export async function listenLive(ears: Ears, signal: AbortSignal): Promise<void> {
  const { io } = await import("socket.io-client");
  if (signal.aborted) return;
  const socket = io({ transports: ["websocket"], reconnectionDelay: 500, reconnectionDelayMax: 10_000 });
  socket.on("connect", () => socket.emit("hello", {}));
  socket.on("delta", ears.delta);
  socket.on("head", ears.head);
  const hurry = () => {
    if (!socket.connected) socket.connect();
  };
  window.addEventListener("online", hurry);
  signal.addEventListener("abort", () => {
    window.removeEventListener("online", hurry);
    socket.disconnect();
  });
}
