import { Switch } from "../ui/switch";
import { Setting } from "./setting";
import { SettingGroup } from "./setting-group";
import { type ShortcutGroup, ShortcutList } from "./shortcut-list";

interface ShortcutsSectionProps {
  readonly groups: readonly ShortcutGroup[];
  /** Whether letters alone do things. */
  readonly areSingleKeysOn: boolean;
  readonly onSingleKeys: (areOn: boolean) => void;
}

/** Every key, by what it is for. */
export function ShortcutsSection({ groups, areSingleKeysOn, onSingleKeys }: ShortcutsSectionProps) {
  return (
    <>
      <SettingGroup title="Single keys">
        <Setting
          icon="keyboard"
          name="A letter alone does something"
          about="Turn this off if you speak to your machine; keys with Ctrl, ⌘ or Alt stay. They never act while you write."
          end={<Switch label="Single keys" checked={areSingleKeysOn} onChange={onSingleKeys} />}
        />
      </SettingGroup>
      <ShortcutList groups={groups} />
    </>
  );
}
