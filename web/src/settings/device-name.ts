import type { IconName } from "../ui/icon-shapes";

/** A device in words, with its picture. */
export interface DeviceName {
  readonly name: string;
  readonly icon: IconName;
}

// The first that fits counts: Edge and Opera call themselves Chrome too, Chrome calls itself Safari.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const SYSTEMS: readonly (readonly [RegExp, string, IconName])[] = [
  [/iPad/, "iPad", "tablet"],
  [/iPhone/, "iPhone", "phone"],
  [/Android.*Mobile|Mobile.*Android/, "Android", "phone"],
  [/Android/, "Android", "tablet"],
  [/Windows/, "Windows", "laptop"],
  [/Macintosh|Mac OS X/, "macOS", "laptop"],
  [/CrOS/, "ChromeOS", "laptop"],
  [/Linux|X11/, "Linux", "laptop"],
];

/** Return what a device is called, from what its browser calls itself: “Firefox on Linux”. */
export function deviceName(userAgent: string): DeviceName {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent));
  if (browser === undefined) return { name: program(userAgent), icon: "window" };
  if (system === undefined) return { name: browser, icon: "window" };
  return { name: `${browser} on ${system[1]}`, icon: system[2] };
}

function program(userAgent: string): string {
  return userAgent.split(/[\s/]/)[0]?.slice(0, 40) || "Unknown device";
}
