import type { Edit } from "../../changes/mutation";
import type { Id, Project, ProjectColor, Tag } from "../../changes/rows";
import { cleanLine } from "../../clean-text";
import type { Space } from "../../sync/space";
import { newProject } from "../new-rows";
import { quoted } from "../step-words";

/** Make a project at the end of the list; returns its id. */
export function addProject(space: Space, name: string, color?: ProjectColor): Id {
  const edits: Edit[] = [];
  const entity = newProject(space, edits, name, color);
  space.commit(edits, { words: `Added ${quoted(name)}`, isQuiet: true });
  return entity;
}

/** Change a project's name or colour, or a tag's name. */
export function changeNamed(
  space: Space,
  row: Project | Tag,
  set: { readonly name?: string; readonly color?: ProjectColor },
): void {
  const name = set.name === undefined ? {} : { name: cleanLine(set.name) };
  space.commit([{ op: "update", kind: row.kind, entity: row.id, set: { ...set, ...name } }], {
    words: `Changed ${quoted(row.name)}`,
    isQuiet: true,
  });
}
