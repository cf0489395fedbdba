import type { Project, Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { isPast, whenOf, whenOfInstant } from "../../dates/when";
import { beforeWords, dayWords, timeWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { Chip } from "../../ui/chip";
import { Dot } from "../../ui/dot";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import { Priority } from "../../ui/priority";
import { useCount, useRow } from "../space-context";
import styles from "./row-parts.module.css";

/** The signs behind a title: priority, subtasks, notes, reminders. */
export function Signs({ task }: { readonly task: Task }) {
  const all = useCount("subtasks", task.id);
  const done = useCount("subtasksDone", task.id);
  return (
    <>
      {task.priority && <Priority level={task.priority} />}
      {(all > 0 || task.notes || task.reminders.length > 0) && (
        <span className={styles.glyphs}>
          {all > 0 && <Glyph icon="subtasks" title={`${done} of ${all} subtasks done`} words={`${done}/${all}`} />}
          {task.notes && <Glyph icon="note" title="Has notes" />}
          {task.reminders.length > 0 && <ReminderGlyph task={task} />}
        </span>
      )}
    </>
  );
}

function Glyph({ icon, title, words }: { icon: IconName; title: string; words?: string | undefined }) {
  return (
    <span className={styles.glyph} title={title}>
      <Icon name={icon} size={14} />
      {words}
    </span>
  );
}

function ReminderGlyph({ task }: { readonly task: Task }) {
  const { zone } = useSignal(now);
  const [first] = task.reminders;
  if (!first) return null;
  if ("before" in first) return <Glyph icon="bell" title={`Reminder: ${beforeWords(first.before).toLowerCase()}`} />;
  const when = first.at.length === 16 ? whenOf(first, zone) : whenOfInstant(first.at, zone);
  const hour = timeWords(when.minute ?? 0);
  return <Glyph icon="bell" title={`Reminder ${hour}`} words={hour} />;
}

/** The names of a task's tags. */
export function TagNames({ task }: { readonly task: Task }) {
  return task.tags.map((id) => <TagName key={id} id={id} />);
}

function TagName({ id }: { readonly id: string }) {
  const tag = useRow(id);
  return tag?.kind === "tag" ? <span>@{tag.name}</span> : null;
}

/** The task that this one hangs on. */
export function ParentTitle({ task }: { readonly task: Task }) {
  const parent = useRow(task.parent);
  if (parent?.kind !== "task") return null;
  return (
    <span className={styles.parent} title={`Part of “${parent.title}”`}>
      <span className="visually-hidden">part of </span>
      {parent.title}
    </span>
  );
}

/** Return the project that a task is in, by itself or with the task that it hangs on. */
export function useProject(task: Task): Project | undefined {
  const parent = useRow(task.parent);
  const project = useRow(task.project ?? (parent?.kind === "task" ? parent.project : undefined));
  return project?.kind === "project" ? project : undefined;
}

/** That project's name. */
export function ProjectName({ task }: { readonly task: Task }) {
  const project = useProject(task);
  if (!project) return null;
  return (
    <span className={styles.project} title={project.name}>
      <Dot color={project.color} />
      <span className="clip">{project.name}</span>
    </span>
  );
}

interface DueWordsProps {
  readonly task: Task;
  /** Tomorrow's hour has no room. */
  readonly isShort?: boolean;
}

/** When a task is due, in words: a chip when that is over. */
export function DueWords({ task, isShort = false }: DueWordsProps) {
  const moment = useSignal(now);
  if (!task.due) return null;
  const when = whenOf(task.due, moment.zone);
  const words = dayWords(when.day, moment.day);
  const hour =
    when.minute !== undefined && when.day <= moment.day + (isShort ? 0 : 1) ? ` ${timeWords(when.minute)}` : "";
  if (when.day < moment.day) return <Chip tone="overdue">{words}</Chip>;
  if (isPast(when, moment)) return <Chip tone="late">{timeWords(when.minute ?? 0)}</Chip>;
  return <time className={when.day === moment.day ? styles.today : undefined}>{`${words}${hour}`}</time>;
}

/** Return what tells a task from others, for those who hear it. */
export function useTaskLabel(task: Task): string {
  const moment = useSignal(now);
  const parent = useRow(task.parent);
  const project = useProject(task);
  const when = task.due && whenOf(task.due, moment.zone);
  return [
    task.title,
    parent?.kind === "task" && `part of ${parent.title}`,
    when && `due ${dayWords(when.day, moment.day)}${when.minute === undefined ? "" : ` ${timeWords(when.minute)}`}`,
    task.priority && `priority ${task.priority}`,
    project?.name,
  ]
    .filter(Boolean)
    .join(", ");
}
