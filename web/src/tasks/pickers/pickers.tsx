import { closeOverlay, overlay } from "../../app/overlay";
import type { Task } from "../../changes/rows";
import { useSignal } from "../../signal";
import { classes } from "../../ui/classes";
import { Dialog } from "../../ui/dialog";
import { DatePicker } from "./date-picker";
import styles from "./pickers.module.css";
import { ProjectPicker } from "./project-picker";
import { ReminderPicker } from "./reminder-picker";
import { TagPicker } from "./tag-picker";
import { useLiveTasks } from "./use-live-tasks";

const PICKERS = { date: DatePicker, reminder: ReminderPicker, project: ProjectPicker, tags: TagPicker } as const;
const LABELS = { date: "Due date", reminder: "Reminders", project: "Move to a project", tags: "Tags" } as const;
const NONE: readonly Task[] = [];

/** The picker that lies over the page, if one does. */
export function Pickers() {
  const over = useSignal(overlay);
  const picked = over && "tasks" in over && !("anchor" in over) ? over : undefined;
  const tasks = useLiveTasks(picked?.tasks ?? NONE);
  const Picker = picked && PICKERS[picked.name];
  const isOpen = Picker !== undefined && tasks.length > 0;
  return (
    <Dialog
      label={picked ? LABELS[picked.name] : ""}
      open={isOpen}
      onClose={closeOverlay}
      className={classes(styles.picker, picked?.name === "date" && styles.wide)}
    >
      {Picker && (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that are pressed in here do nothing to the page.
        <div onKeyDown={(event) => event.stopPropagation()}>
          <Picker key={picked.name} tasks={tasks} onClose={closeOverlay} />
        </div>
      )}
    </Dialog>
  );
}
