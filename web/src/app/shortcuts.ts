import type { ShortcutGroup } from "../settings/shortcut-list";
import type { Command } from "./commands";
import { COMMANDS, keyWords } from "./commands";
import { LIST_KEYS } from "./keyboard";

/** All keys and what they do, by what they are for. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  { title: "Anywhere", shortcuts: shortcutsOf("anywhere") },
  { title: "In a list", shortcuts: LIST_KEYS.map(({ words, keys }) => ({ label: words, keys: keys.map(keyWords) })) },
  { title: "For the task, or all that are selected", shortcuts: shortcutsOf("task") },
  { title: "Go to", shortcuts: shortcutsOf("place") },
];

function shortcutsOf(group: Command["group"]): ShortcutGroup["shortcuts"] {
  return COMMANDS.filter((command) => command.group === group).map(({ words, keys }) => ({
    label: words,
    keys: keys.map(keyWords),
  }));
}
