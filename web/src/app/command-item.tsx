import { Key } from "../ui/key";
import type { MenuItem } from "../ui/menu";
import type { Situation } from "./commands";
import { COMMANDS, keyWords } from "./commands";

/** Return the command as an item of a menu, with its key; it is done to what is there when it is chosen. */
export function commandItem(name: string, situation: () => Situation): MenuItem {
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw new Error(`There is no command “${name}”.`);
  const { words, icon, keys, run } = command;
  return { label: words, icon, end: keys[0] && <Key>{keyWords(keys[0])}</Key>, onSelect: () => run(situation()) };
}
