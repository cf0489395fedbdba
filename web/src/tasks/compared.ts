import { cleanLine } from "../clean-text";

/** Return what two names of a project or tag have in common that a person would call the same. */
export function compared(name: string): string {
  // Through capitals first, which makes one of ß and ss; whatever the language of the browser.
  return cleanLine(name).normalize("NFC").toUpperCase().toLowerCase();
}
