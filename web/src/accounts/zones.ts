/** Return the time zone of this browser. */
export function zoneOfBrowser(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** Return every time zone that this browser knows, `wanted` among them. */
export function zonesWith(wanted: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", wanted])].sort();
}

/** Return what the clocks of a zone show, or nothing if the browser does not know the zone. */
export function clockIn(zone: string, now: Date): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(now);
  } catch {
    return undefined;
  }
}
