import type { Task } from "../../changes/rows";
import { Dot } from "../../ui/dot";
import { Icon } from "../../ui/icon";
import { moveTasks, moveToNamed } from "../mutations";
import { PROJECTS } from "../rules";
import { useRows, useSpace } from "../space-context";
import { FilterList } from "./filter-list";
import { PickerHead } from "./picker-head";

const INBOX = "inbox";
const LONGEST_NAME = 200;

interface ProjectPickerProps {
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
}

/** Where tasks are moved to. */
export function ProjectPicker({ tasks, onClose }: ProjectPickerProps) {
  const space = useSpace();
  const projects = useRows(PROJECTS);
  const isIn = (project: string | undefined) =>
    tasks.every((task) => task.project === project && task.parent === undefined);
  const choices = [
    { id: INBOX, label: "Inbox", mark: <Icon name="inbox" size={16} />, isOn: isIn(undefined) },
    ...projects.map(({ id, name, color }) => ({ id, label: name, mark: <Dot color={color} />, isOn: isIn(id) })),
  ];
  const move = (id: string) => {
    const project = projects.find((known) => known.id === id);
    if (!isIn(project?.id)) moveTasks(space, tasks, project);
    onClose();
  };
  const make = (name: string) => {
    moveToNamed(space, tasks, name);
    onClose();
  };
  return (
    <>
      <PickerHead words="Move" tasks={tasks} onClose={onClose} />
      <FilterList
        label="Project"
        icon="folder"
        placeholder="To which project?"
        choices={choices}
        made="project"
        longestName={LONGEST_NAME}
        onPick={move}
        onMake={make}
      />
    </>
  );
}
