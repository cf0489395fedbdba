import { Signal } from "../signal";

/** Set when a newer version waits; calling it takes that over and loads the page anew. */
export const newVersion = new Signal<(() => void) | undefined>(undefined);

/** Keep the app on this device, so that it opens without a network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.register(ownScript("/sw.js")).then((registration) => {
    const offer = () => {
      const { waiting } = registration;
      // Without a controller this is the first visit: there is no older version to take over from.
      if (waiting && navigator.serviceWorker.controller) newVersion.value = () => takeOver(waiting);
    };
    offer();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
    setInterval(() => void registration.update().catch(() => {}), 60 * 60 * 1000);
  });
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  worker.postMessage("take over");
}

/** The page's policy refuses addresses of scripts that are mere text. */
function ownScript(path: string): string {
  const types = (window as { trustedTypes?: TypePolicies }).trustedTypes;
  if (!types) return path;
  return types.createPolicy("onthedot-worker", { createScriptURL: (url) => url }).createScriptURL(path);
}

interface TypePolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}
