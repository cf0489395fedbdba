import type { Now } from "../../dates/when";
import { whenOf } from "../../dates/when";
import type { IconName } from "../../ui/icon-shapes";
import { compared } from "../compared";
import type { Place } from "../new-rows";
import type { Due, Parsed } from "../quick-add/parsed";
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
  const isTagged = tag?.kind === "tag" && !parsed.tags?.some((name) => compared(name) === compared(tag.name));
  const chips: readonly (readonly [keyof Place, IconName, string | undefined])[] = [
    ["due", "calendar", due && placeDueWords(due, now)],
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

/** A view that gives the date says so: who mistyped another one sees it. */
function placeDueWords(due: Due, now: Now): string {
  return whenOf(due, now.zone).day === now.day ? "Today, because you are on Today" : dueWords(due, now);
}
