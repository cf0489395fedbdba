/** Return the time zone of this browser. */
export function zoneOfBrowser(): string {
  return calledToday(new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
}

/** Return every time zone that this browser knows, `wanted` among them. */
export function zonesWith(wanted: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone").map(calledToday), "UTC", wanted])].sort();
}

// Browsers list some zones by the names of the 1990s (CLDR's stable ids); the time zone database has these today.
const TODAY: Readonly<Record<string, string>> = {
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Africa/Asmera": "Africa/Asmara",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

function calledToday(zone: string): string {
  return TODAY[zone] ?? zone;
}

/** Return what the clocks of a zone show, or nothing if the browser does not know the zone. */
export function clockIn(zone: string, now: Date): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(now);
  } catch {
    return undefined;
  }
}
