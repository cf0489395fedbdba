import type { Now } from "../../dates/when";
import type { IconName } from "../../ui/icon-shapes";
import type { Place } from "../new-rows";
import type { Parsed } from "../quick-add/parsed";
import { useRow } from "../space-context";
import { TokenChip } from "./token-chip";
import { dueWords } from "./understood";

interface PlaceChipsProps {
  readonly place: Place;
  /** What the line says counts more than the place. */
  readonly parsed: Omit<Parsed, "tokens">;
  readonly now: Now;
  readonly onLeave: (field: keyof Place) => void;
}

/** Where the task goes because of where one is, as far as the line does not say. */
export function PlaceChips({ place, parsed, now, onLeave }: PlaceChipsProps) {
  const parent = useRow(parsed.project === undefined ? place.parent : undefined);
  const project = useRow(parsed.project === undefined && !parent ? place.project : undefined);
  const tag = useRow(place.tag);
  const due = parsed.due ? undefined : place.due;
  const isTagged = tag?.kind === "tag" && !parsed.tags?.some((name) => isSame(name, tag.name));
  const chips: readonly (readonly [keyof Place, IconName, string | undefined])[] = [
    ["due", "calendar", due && dueWords(due, now)],
    ["parent", "subtasks", parent?.kind === "task" ? `Part of “${parent.title}”` : undefined],
    ["project", "folder", project?.kind === "project" ? project.name : undefined],
    ["tag", "tag", isTagged ? tag.name : undefined],
  ];
  return chips.map(
    ([field, icon, words]) =>
      words !== undefined && (
        <TokenChip key={field} kind="faint" icon={icon} words={words} onTakeBack={() => onLeave(field)} />
      ),
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase() === other.toLocaleLowerCase();
}
