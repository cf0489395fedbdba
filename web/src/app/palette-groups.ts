import type { Project, Row, Tag, Task } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { findTasks } from "../search/find-tasks";
import { fold } from "../search/fold";
import { placeOf, wordsOf } from "../search/words";
import { byRank, isOpenTask } from "../tasks/rules";
import type { IconName } from "../ui/icon-shapes";
import type { Command, Situation } from "./commands";
import { COMMANDS, keyWords } from "./commands";

/** One line of the palette: something to do, to open, or to go to. */
export interface Option {
  readonly id: string;
  readonly picture: IconName | Task | Project;
  readonly words: string;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  readonly about?: string | undefined;
  readonly run: (situation: Situation) => void;
}

export interface Group {
  readonly title: string;
  readonly options: readonly Option[];
}

/** What the palette is asked: the letters typed, and whether all that one can do to the task is to be shown. */
export interface Asked {
  readonly query: string;
  readonly wantsMore: boolean;
}

const MOST = { task: 5, tasks: 5, do: 5, go: 6 } as const;

/** Return what fits, in groups: for the task at hand, tasks, what to do, where to go. */
export function groupsFor({ query, wantsMore }: Asked, { space, tasks }: Situation): Group[] {
  const words = wordsOf(query);
  const rows = [...space.store.rows.values()];
  const first = words.length === 0;
  const upTo = (most: number) => (first ? Number.POSITIVE_INFINITY : most);
  const forTask = wantsMore ? commands("task", []) : commands("task", words).slice(0, MOST.task);
  const groups: Group[] = [
    { title: forWords(tasks), options: tasks.length > 0 ? forTask : [] },
    { title: "Tasks", options: findTasks(space.store.rows, query).slice(0, MOST.tasks).map(taskOption) },
    { title: "Do", options: commands("anywhere", words).slice(0, upTo(MOST.do)) },
    { title: "Go to", options: [...placesIn(rows, words).slice(0, upTo(MOST.go)), ...searchOption(query.trim())] },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function forWords(tasks: readonly Task[]): string {
  const [only] = tasks;
  return tasks.length === 1 && only ? `For “${only.title}”` : `For ${tasks.length} tasks`;
}

function commands(group: Command["group"], words: readonly string[]): Option[] {
  return COMMANDS.filter((command) => command.group === group && command.name !== "palette")
    .filter((command) => words.every((word) => placeOf(word, fold(command.words)) > 1))
    .map(({ name, words: said, icon, keys, run }) => ({ id: name, picture: icon, words: said, keys: keys[0], run }))
    .map((option) => ({ ...option, keys: option.keys && keyWords(option.keys) }));
}

function placesIn(rows: readonly Row[], words: readonly string[]): Option[] {
  const projects = rows.filter((row): row is Project => row.kind === "project" && isAlive(row)).sort(byRank);
  const tags = words.length === 0 ? [] : rows.filter((row): row is Tag => row.kind === "tag" && isAlive(row));
  const fits = ({ name }: { readonly name: string }) => words.every((word) => placeOf(word, fold(name)) > 0);
  return [
    ...commands("place", words),
    ...projects.filter(fits).map((project) => projectOption(project)),
    ...tags
      .filter((tag) => fits({ name: `@${tag.name}` }))
      .slice(0, MOST.go)
      .map((tag) => tagOption(tag, rows)),
  ];
}

function taskOption(task: Task): Option {
  return { id: task.id, picture: task, words: task.title, run: ({ open }) => open(task) };
}

function projectOption(project: Project): Option {
  return { id: project.id, picture: project, words: project.name, run: ({ go }) => go(`/project/${project.id}`) };
}

function tagOption(tag: Tag, rows: readonly Row[]): Option {
  const count = rows.filter((row) => isOpenTask(row) && row.tags.includes(tag.id)).length;
  return {
    id: tag.id,
    picture: "tag",
    words: `@${tag.name}`,
    about: count === 1 ? "1 task" : `${count} tasks`,
    run: ({ go }) => go(`/tags?tag=${tag.id}`),
  };
}

function searchOption(query: string): Option[] {
  if (query === "") return [];
  const run = ({ go }: Situation) => go(`/search?${new URLSearchParams({ q: query })}`);
  return [{ id: "search everything", picture: "search", words: `Search everything for “${query}”`, run }];
}
