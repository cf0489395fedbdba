import type { Task } from "../../changes/rows";
import { Icon } from "../../ui/icon";
import { addTag, toggleTag } from "../mutations";
import { TAGS } from "../rules";
import { useRows, useSpace } from "../space-context";
import { FilterList } from "./filter-list";
import { PickerHead } from "./picker-head";

const LONGEST_NAME = 100;

interface TagPickerProps {
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
}

/** What tasks are tagged with: each press gives a tag, or takes it away. */
export function TagPicker({ tasks, onClose }: TagPickerProps) {
  const space = useSpace();
  const choices = useRows(TAGS).map(({ id, name }) => ({
    id,
    label: name,
    mark: <Icon name="tag" size={16} />,
    isOn: tasks.every((task) => task.tags.includes(id)),
  }));
  return (
    <>
      <PickerHead words="Tags of" tasks={tasks} onClose={onClose} />
      <FilterList
        isMany
        label="Tags"
        icon="tag"
        placeholder="Which tags?"
        choices={choices}
        made="tag"
        longestName={LONGEST_NAME}
        onPick={(id) => toggleTag(space, tasks, id)}
        onMake={(name) => addTag(space, tasks, name)}
      />
    </>
  );
}
