import { Choice } from "./choice";
import { SettingGroup } from "./setting-group";

/** Light or dark, or as the system is. */
export type Theme = "system" | "light" | "dark";

interface AppearanceSectionProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** How it looks on this device. */
export function AppearanceSection({ theme, onTheme }: AppearanceSectionProps) {
  return (
    <SettingGroup title="Theme" about="On this device. High contrast follows the system.">
      <div role="radiogroup" aria-label="Theme">
        <Choice
          group="theme"
          icon="half"
          name="As the system"
          about="Light by day and dark by night, if your system does so"
          checked={theme === "system"}
          onChoose={() => onTheme("system")}
        />
        <Choice group="theme" icon="sun" name="Light" checked={theme === "light"} onChoose={() => onTheme("light")} />
        <Choice group="theme" icon="moon" name="Dark" checked={theme === "dark"} onChoose={() => onTheme("dark")} />
      </div>
    </SettingGroup>
  );
}
