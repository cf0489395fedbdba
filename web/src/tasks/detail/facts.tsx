import { overlay } from "../../app/overlay";
import type { Project, Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { whenOf, whenOfInstant } from "../../dates/when";
import { lateWords, whenWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { Chip } from "../../ui/chip";
import { Dot } from "../../ui/dot";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import { TAGS } from "../rules";
import { useRow, useRows } from "../space-context";
import { Fact } from "./fact";
import styles from "./facts.module.css";
import { PriorityFact } from "./priority-fact";

interface FactsProps {
  readonly task: Task;
}

/** When, how urgent, where, and what it is tagged with; each is a button that changes it. */
export function Facts({ task }: FactsProps) {
  const pick = (name: "date" | "project" | "tags") => () => {
    overlay.value = { name, tasks: [task] };
  };
  return (
    <section className={styles.block} aria-label="About it">
      <ul>
        <Fact icon="calendar" name="Due" shortcut="D" onClick={pick("date")}>
          <DueWords task={task} />
        </Fact>
        <PriorityFact task={task} />
        <Fact icon="folder" name="Project" shortcut="V" onClick={pick("project")}>
          <ProjectWords task={task} />
        </Fact>
        <Fact icon="tag" name="Tags" shortcut="L" onClick={pick("tags")}>
          <TagWords task={task} />
        </Fact>
        <Moment icon="activity" name="Created" at={task.created_at} />
        {task.completed_at && <Moment icon="check" name="Done" at={task.completed_at} />}
      </ul>
    </section>
  );
}

function DueWords({ task }: FactsProps) {
  const present = useSignal(now);
  if (task.due === undefined) return <span className={styles.none}>None</span>;
  const when = whenOf(task.due, present.zone);
  const late = task.completed_at === undefined && lateWords(when, present);
  const elsewhere = "zone" in task.due && task.due.zone !== present.zone ? task.due : undefined;
  return (
    <>
      <time dateTime={"date" in task.due ? task.due.date : task.due.at}>{whenWords(when, present.day)}</time>
      {elsewhere && <span className={styles.none}>{`${elsewhere.at.slice(11)} ${placeOf(elsewhere.zone)}`}</span>}
      {late && <Chip tone="late">{late}</Chip>}
    </>
  );
}

function ProjectWords({ task }: FactsProps) {
  const project = useRow(task.project) as Project | undefined;
  return (
    <>
      {project ? <Dot color={project.color} /> : <Icon name="inbox" size={16} className={styles.icon} />}
      <span className="clip">{project?.name ?? "Inbox"}</span>
    </>
  );
}

function TagWords({ task }: FactsProps) {
  const tags = useRows(TAGS).filter((tag) => task.tags.includes(tag.id));
  if (tags.length === 0) return <span className={styles.none}>None</span>;
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag.id}>@{tag.name}</span>
      ))}
    </span>
  );
}

interface MomentProps {
  readonly icon: IconName;
  readonly name: string;
  readonly at: string;
}

function Moment({ icon, name, at }: MomentProps) {
  const present = useSignal(now);
  return (
    <li className={styles.moment}>
      <Icon name={icon} size={16} className={styles.icon} />
      <span className={styles.name}>{name}</span>
      <time className={styles.value} dateTime={at}>
        {whenWords(whenOfInstant(at, present.zone), present.day)}
      </time>
    </li>
  );
}

/** Return `New York` for `America/New_York`. */
function placeOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
