import type { Theme } from "../settings/appearance-section";
import { kept } from "./kept";

/** Light or dark, on this device. */
export const theme = kept<Theme>("theme", "system");

/** Whether the sidebar is put away on wide screens. */
export const isSidebarHidden = kept("sidebar-hidden", false);

/** Whether letters alone do things. */
export const areSingleKeysOn = kept("single-keys", true);

/** The zone of this device that the person does not want to be asked about again. */
export const zoneToKeep = kept<string | null>("zone-to-keep", null);

/** Draw in the chosen theme, from now on. */
export function keepTheme(): void {
  const apply = () => {
    if (theme.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  };
  apply();
  theme.listen(apply);
}
