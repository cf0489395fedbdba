import type { ReactNode } from "react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import type { Task } from "../changes/rows";
import { ListHeader } from "../tasks/list/list-header";
import { OPEN, PROJECTS, TAGS, TASKS } from "../tasks/rules";
import { useRows } from "../tasks/space-context";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Key } from "../ui/key";
import { findAmong, namesOf } from "./find-tasks";
import { SearchField } from "./search-field";
import styles from "./search-page.module.css";

interface SearchPageProps {
  readonly renderList: (tasks: readonly Task[]) => ReactNode;
}

const WRITE_AFTER_MILLISECONDS = 200;

/** Tasks by their words, from this device's own copy, at each letter. */
export function SearchPage({ renderList }: SearchPageProps) {
  const [query, setQuery] = useQueryInAddress();
  const [showsDone, setShowsDone] = useState(false);
  const sought = useDeferredValue(query.trim());
  const tasks = useFound(sought, showsDone);
  return (
    <>
      <ListHeader title="Search">
        <SearchField value={query} onChange={setQuery} />
        {sought !== "" && (
          <p className={styles.count}>
            <span role="status">{countWords(tasks.length)}</span>
            <Button
              size="small"
              kind="quiet"
              icon={showsDone ? "check" : undefined}
              aria-pressed={showsDone}
              onClick={() => setShowsDone(!showsDone)}
            >
              Also show done
            </Button>
          </p>
        )}
      </ListHeader>
      {sought === "" && <NothingAsked />}
      {sought !== "" && tasks.length === 0 && <NothingFound query={sought} showsDone={showsDone} />}
      {tasks.length > 0 && renderList(tasks)}
    </>
  );
}

function NothingAsked() {
  return (
    <EmptyState title="What are you looking for?">
      Any part of a title, of notes, or of a project’s name. <Key>@</Key> finds tags, <Key>#</Key> projects.
    </EmptyState>
  );
}

function NothingFound({ query, showsDone }: { readonly query: string; readonly showsDone: boolean }) {
  return (
    <EmptyState title={`Nothing has “${query}”`}>
      {showsDone
        ? "Each word has to be there, whole or in part. Try fewer."
        : "It may be done already: show those too."}
    </EmptyState>
  );
}

function countWords(count: number): string {
  if (count === 0) return "Nothing found";
  return count === 1 ? "1 task" : `${count} tasks`;
}

function useFound(sought: string, showsDone: boolean): readonly Task[] {
  const [projects, tags] = [useRows(PROJECTS), useRows(TAGS)];
  const tasks = useRows(showsDone ? TASKS : OPEN);
  const names = useMemo(() => namesOf([...projects, ...tags]), [projects, tags]);
  return useMemo(() => findAmong(tasks, sought, { names, putsDoneLast: showsDone }), [tasks, sought, names, showsDone]);
}

/** The query stands in the address, a moment after it was typed: browsers refuse to write it at every letter. */
function useQueryInAddress(): readonly [string, (query: string) => void] {
  const [asked, setAsked] = useSearchParams();
  const inAddress = asked.get("q") ?? "";
  const [query, setQuery] = useState(inAddress);
  const known = useRef(inAddress);
  if (known.current !== inAddress) {
    known.current = inAddress;
    if (inAddress !== query) setQuery(inAddress);
  }
  useEffect(() => {
    if (query === known.current) return;
    const writing = setTimeout(() => {
      known.current = query;
      setAsked((before) => withQuery(before, query), { replace: true });
    }, WRITE_AFTER_MILLISECONDS);
    return () => clearTimeout(writing);
  }, [query, setAsked]);
  return [query, setQuery];
}

function withQuery(before: URLSearchParams, query: string): URLSearchParams {
  const after = new URLSearchParams(before);
  if (query === "") after.delete("q");
  else after.set("q", query);
  return after;
}
