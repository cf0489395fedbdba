import type { Id, Project, Task } from "../../changes/rows";
import { Dot } from "../../ui/dot";
import { Icon } from "../../ui/icon";
import { IconButton } from "../../ui/icon-button";
import { MenuButton } from "../../ui/menu-button";
import { useCopy } from "../../ui/use-copy";
import { useRow } from "../space-context";
import styles from "./panel-head.module.css";
import { useTaskMenu } from "./use-task-menu";

interface PanelHeadProps {
  readonly task: Task;
  /** Where one comes from, on a phone. */
  readonly back: string;
  readonly onClose: () => void;
  readonly onOpen: (id: Id) => void;
}

/** Where the task belongs, and what can be done with it as a whole. */
export function PanelHead({ task, back, onClose, onOpen }: PanelHeadProps) {
  const project = useRow(task.project) as Project | undefined;
  const parent = useRow(task.parent);
  const items = useTaskMenu(task, { onClose, onOpen });
  const { isCopied, copy } = useCopy("The link to this task");
  return (
    <header className={styles.head}>
      <button type="button" className={styles.back} onClick={onClose}>
        <Icon name="left" />
        {back}
      </button>
      <span className={styles.place}>
        {project ? <Dot color={project.color} /> : <Icon name="inbox" size={16} className={styles.icon} />}
        <span className="clip">{project?.name ?? "Inbox"}</span>
      </span>
      {parent?.kind === "task" && (
        <button type="button" className={styles.parent} title={parent.title} onClick={() => onOpen(parent.id)}>
          <Icon name="right" size={14} className={styles.icon} />
          <span className="clip">{parent.title}</span>
        </button>
      )}
      <span className={styles.tools}>
        <IconButton
          icon={isCopied ? "check" : "link"}
          label={isCopied ? "Link copied" : "Copy link"}
          onClick={() => copy(location.href)}
        />
        <MenuButton icon="more" label="More" items={items} />
        <IconButton icon="x" label="Close" shortcut="Esc" className={styles.close} onClick={onClose} />
      </span>
      <span role="status" className="visually-hidden">
        {isCopied && "Link copied"}
      </span>
    </header>
  );
}
