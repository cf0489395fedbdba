/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { isView } from "./views-path";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// The whole app is kept, so that it opens without a network; what the server says never is.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

const openApp = createHandlerBoundToURL("/index.html");

self.addEventListener("fetch", (event) => {
  const path = new URL(event.request.url).pathname;
  if (event.request.mode !== "navigate" || !isView(path)) return;
  event.respondWith(openApp({ request: event.request, url: new URL(event.request.url), event }));
});

// The page that brought it here may need a part of the app without a network before it is loaded again.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A new version waits until the person says so: nobody loses what they are writing.
self.addEventListener("message", (event) => {
  if (event.data === "take over") void self.skipWaiting();
});
