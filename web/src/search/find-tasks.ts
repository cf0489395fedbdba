import type { Id, Project, Row, Tag, Task } from "../changes/rows";
import { isOpenTask } from "../tasks/rules";
import { fold } from "./fold";
import { placeOf, wordsOf } from "./words";

interface Among {
  /** The names of projects and tags, as `namesOf` returns them. */
  readonly names: ReadonlyMap<Id, string>;
  readonly putsDoneLast?: boolean;
}

/** How well a task fits: how far its title goes with the query, from 1 (the word stands elsewhere) to 4. */
type Fit = 0 | 1 | 2 | 3 | 4;

/** A word of the query, and the projects and tags that have it in their names. */
interface Word {
  readonly text: string;
  readonly named: ReadonlySet<Id>;
}

/** What is searched of a task, folded; kept while the row stays as it is. */
interface Searched {
  readonly title: string;
  readonly notes: string;
}

const searched = new WeakMap<Task, Searched>();

/** Return those of the tasks that have each word of the query in title, notes, or the names of their project and tags.
 *
 * Titles that begin with it come first, then words that do; with `putsDoneLast`, what is done comes behind all else. */
export function findAmong(tasks: Iterable<Task>, query: string, { names, putsDoneLast = false }: Among): Task[] {
  const words = wordsOf(query).map((text) => ({ text, named: namedSo(names, text) }));
  if (words.length === 0) return [];
  const fits = new Map<Task, number>();
  for (const task of tasks) {
    const fit = fitOfAll(task, words);
    if (fit > 0) fits.set(task, putsDoneLast && isDone(task) ? fit - 4 : fit);
  }
  return [...fits]
    .sort(([one, fit], [other, otherFit]) => otherFit - fit || (one.id < other.id ? 1 : -1))
    .map(([task]) => task);
}

/** Return the open tasks that a query finds, the best first. */
export function findTasks(rows: ReadonlyMap<Id, Row>, query: string): Task[] {
  const [tasks, named]: [Task[], (Project | Tag)[]] = [[], []];
  for (const row of rows.values()) {
    if (isOpenTask(row)) tasks.push(row);
    else if (row.kind === "project" || row.kind === "tag") named.push(row);
  }
  return findAmong(tasks, query, { names: namesOf(named) });
}

/** Return the names with their signs, so that `@phone` finds the tag alone. */
export function namesOf(named: readonly (Project | Tag)[]): Map<Id, string> {
  return new Map(named.map(({ kind, id, name }) => [id, (kind === "project" ? "#" : "@") + fold(name)]));
}

/** The worst of its words says how well a task fits. */
function fitOfAll(task: Task, words: readonly Word[]): Fit {
  const texts = searchedOf(task);
  let fit: Fit = 4;
  for (const word of words) {
    const next = fitOfTitle(word.text, texts.title) || fitElsewhere(task, texts.notes, word);
    if (next === 0) return 0;
    // Only the first word can stand at the very start: the others are as good where words begin.
    if (next < Math.min(fit, word === words[0] ? 4 : 3)) fit = next;
  }
  return fit;
}

function fitOfTitle(word: string, title: string): Fit {
  const place = placeOf(word, title);
  return place > 0 ? ((place + 1) as Fit) : 0;
}

function fitElsewhere(task: Task, notes: string, { text, named }: Word): Fit {
  return notes.includes(text) || isNamed(task, named) ? 1 : 0;
}

function searchedOf(task: Task): Searched {
  const known = searched.get(task);
  if (known) return known;
  const texts = { title: fold(task.title), notes: fold(task.notes ?? "") };
  searched.set(task, texts);
  return texts;
}

function isNamed(task: Task, named: ReadonlySet<Id>): boolean {
  if (named.size === 0) return false;
  return (task.project !== undefined && named.has(task.project)) || task.tags.some((id) => named.has(id));
}

function namedSo(names: ReadonlyMap<Id, string>, word: string): Set<Id> {
  return new Set([...names].filter(([, name]) => name.includes(word)).map(([id]) => id));
}

function isDone(task: Task): boolean {
  return task.completed_at !== undefined;
}
