import { useEffect } from "react";
import { isMac } from "../media";
import {
  clearSelection,
  cursor,
  extendSelection,
  MOVES,
  moveCursor,
  nestByKey,
  placeByKey,
  selectAll,
  toggleSelected,
} from "../tasks/list/cursor";
import type { Command, Situation } from "./commands";
import { COMMANDS } from "./commands";
import { overlay } from "./overlay";
import { areSingleKeysOn, isSidebarHidden } from "./preferences";

const SECOND_KEY_MILLISECONDS = 1200;
const BY_KEYS = new Map(COMMANDS.flatMap((command) => command.keys.map((keys) => [keys, command] as const)));

/** Keys that move through a list, and what they do there. */
export const LIST_KEYS: readonly {
  readonly keys: readonly string[];
  readonly words: string;
  readonly run: () => void;
}[] = [
  { keys: ["j", "ArrowDown"], words: "Down", run: () => moveCursor(1) },
  { keys: ["k", "ArrowUp"], words: "Up", run: () => moveCursor(-1) },
  { keys: ["x"], words: "Select", run: selectHere },
  { keys: ["Shift+J", "Shift+ArrowDown"], words: "Select downwards", run: () => extendSelection(1) },
  { keys: ["Shift+K", "Shift+ArrowUp"], words: "Select upwards", run: () => extendSelection(-1) },
  { keys: ["Mod+a"], words: "Select all", run: selectAll },
  ...MOVES.map(({ steps, words, keys }) => ({ keys: [keys], words, run: () => placeByKey(steps) })),
  { keys: ["Alt+ArrowRight"], words: "Make it a subtask of the one above", run: nestByKey },
  {
    keys: ["\\"],
    words: "Sidebar",
    run: () => {
      isSidebarHidden.value = !isSidebarHidden.value;
    },
  },
];
const LIST_BY_KEYS = new Map(LIST_KEYS.flatMap(({ keys, run }) => keys.map((key) => [key, run] as const)));

/** Let keys do what they stand for, wherever nothing is being written. */
export function useKeyboard(situation: () => Situation, closeTask: (() => void) | undefined): void {
  useEffect(() => {
    let first = { key: "", at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      const key = nameOf(event);
      if (event.defaultPrevented || event.isComposing || overlay.value !== undefined || isElsewhere(event, key)) return;
      if (!areSingleKeysOn.value && isSingle(key)) return;
      const pair = event.timeStamp - first.at < SECOND_KEY_MILLISECONDS ? `${first.key} ${key}` : "";
      first = { key, at: event.timeStamp };
      if (key === "Escape") {
        // What lies nearest goes first: the selection, then the open task, then the place in the list.
        if (closeTask && cursor.value.selected.size === 0) closeTask();
        else clearSelection();
        return;
      }
      const command = BY_KEYS.get(pair) ?? BY_KEYS.get(key);
      const run = command ? () => obey(command, situation()) : LIST_BY_KEYS.get(key);
      if (!run || (pair === "" && key === "g")) return;
      if (isPressed(event, key)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [situation, closeTask]);
}

function obey(command: Command, situation: Situation): void {
  if (command.group === "task" && situation.tasks.length === 0) return;
  command.run(situation);
}

function selectHere(): void {
  if (cursor.value.at !== undefined) toggleSelected(cursor.value.at);
}

function nameOf(event: KeyboardEvent): string {
  const isMod = event.ctrlKey || event.metaKey;
  const isLetter = event.key.length === 1;
  return [
    isMod && "Mod",
    event.altKey && "Alt",
    event.shiftKey && (!isLetter || /\p{Lu}/u.test(event.key)) && "Shift",
    isMod && isLetter ? event.key.toLowerCase() : event.key,
  ]
    .filter(Boolean)
    .join("+");
}

/** A letter alone: those who speak to their machine turn these off (WCAG 2.1.4). */
function isSingle(key: string): boolean {
  return key.length === 1 && key !== " ";
}

/** Something is being written, or a dialog or menu has the keys. */
function isElsewhere(event: KeyboardEvent, key: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("dialog, [role=menu]")) return true;
  // To what is written in it means nothing, but for Ctrl K on a Mac, which deletes to the end of the line.
  if (key === "Mod+k" && !(isMac() && event.ctrlKey)) return false;
  return target?.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") ?? false;
}

/** A button or link that has the focus is pressed by these keys itself. */
function isPressed(event: KeyboardEvent, key: string): boolean {
  if (key !== "Enter" && key !== " ") return false;
  const target = event.target instanceof Element ? event.target : null;
  const isRow = target?.id.startsWith("row-") ?? false;
  return isRow ? key === "Enter" : (target?.matches("button, a, input, summary") ?? false);
}
