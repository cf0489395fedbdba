import type { Id, Row, Task } from "../changes/rows";
import { isAlive } from "../changes/rows";
import { fold } from "./fold";
import { placeOf, wordsOf } from "./words";

/** Which tasks a query finds, and in which order. */
export interface Finding {
  readonly holds: (row: Row) => row is Task;
  readonly compare: (one: Task, other: Task) => number;
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

/** Return which tasks have each word of the query in title, notes, or the names of their project and tags.
 *
 * Titles that begin with it come first, then words that do; what is done comes last, if it is wanted at all. */
export function finding(rows: ReadonlyMap<Id, Row>, query: string, wanted: "open" | "all"): Finding {
  const names = namesIn(rows);
  const words = wordsOf(query).map((text) => ({ text, named: namedSo(names, text) }));
  const fits = new Map<Task, Fit>();
  const fitOf = (task: Task): Fit => {
    const known = fits.get(task);
    if (known !== undefined) return known;
    const fit = fitOfAll(task, words);
    // Most fit not at all, and are not asked about again.
    if (fit > 0) fits.set(task, fit);
    return fit;
  };
  return {
    holds: (row): row is Task =>
      row.kind === "task" &&
      isAlive(row) &&
      (wanted === "all" || row.completed_at === undefined) &&
      words.length > 0 &&
      fitOf(row) > 0,
    compare: (one, other) =>
      (wanted === "all" ? Number(isDone(one)) - Number(isDone(other)) : 0) ||
      fitOf(other) - fitOf(one) ||
      (one.id < other.id ? 1 : -1),
  };
}

/** Return the tasks that a query finds, the best first. */
export function findTasks(rows: ReadonlyMap<Id, Row>, query: string, wanted: "open" | "all" = "open"): Task[] {
  const { holds, compare } = finding(rows, query, wanted);
  const found: Task[] = [];
  for (const row of rows.values()) if (holds(row)) found.push(row);
  return found.sort(compare);
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

/** The names with their signs, so that `@phone` finds the tag alone. */
function namesIn(rows: ReadonlyMap<Id, Row>): Map<Id, string> {
  const names = new Map<Id, string>();
  for (const row of rows.values()) {
    if (row.kind === "project") names.set(row.id, `#${fold(row.name)}`);
    else if (row.kind === "tag") names.set(row.id, `@${fold(row.name)}`);
  }
  return names;
}

function isDone(task: Task): boolean {
  return task.completed_at !== undefined;
}
