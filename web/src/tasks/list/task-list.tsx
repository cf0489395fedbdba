import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { CustomItemComponentProps, VirtualizerHandle } from "virtua";
import { Virtualizer } from "virtua";
import { useOpenTask } from "../../app/open-task";
import { Scroller } from "../../app/scroller";
import type { Id } from "../../changes/rows";
import { PHONE, useMedia } from "../../media";
import { cursor, listed } from "./cursor";
import type { Column, Entry } from "./entries";
import { keyOf } from "./entries";
import { DayHeading, Evening, FoldHeading } from "./headings";
import { PhoneRow } from "./phone-row";
import styles from "./task-list.module.css";
import { TaskRow } from "./task-row";
import { useDrag } from "./use-drag";
import { useFollowCursor } from "./use-follow-cursor";
import { type Place, useMover } from "./use-mover";

interface TaskListProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly column: Column;
  /** Absent where the view itself orders. */
  readonly onPlace?: Place | undefined;
  /** Below the last line. */
  readonly children?: ReactNode;
}

const ROW_PIXELS = 44;
const PHONE_ROW_PIXELS = 62;

/** Tasks under each other, however many: only those on the screen are drawn. */
export function TaskList({ label, entries, column, onPlace, children }: TaskListProps) {
  const scroller = useContext(Scroller);
  const virtual = useRef<VirtualizerHandle>(null);
  const place = useRef<HTMLDivElement>(null);
  const isPhone = useMedia(PHONE);
  const { openId, hrefOf } = useOpenTask();
  const startMargin = useOffsetTop(place);
  const drag = useDrag(entries, onPlace);
  const keepMounted = useFollowCursor(entries, { scroller, virtual, startMargin });
  useListed(entries);
  useMover(entries, onPlace);

  const Row = isPhone ? PhoneRow : TaskRow;
  const draw = (entry: Entry) => {
    switch (entry.kind) {
      case "fold":
        return <FoldHeading key={keyOf(entry)} fold={entry.fold} />;
      case "day":
        return <DayHeading key={keyOf(entry)} day={entry.day} count={entry.count} />;
      case "evening":
        return <Evening key="evening" />;
      case "task":
        return (
          <Row
            key={entry.task.id}
            task={entry.task}
            column={column}
            minute={entry.minute}
            isAfterNow={entry.isAfterNow}
            isOpen={entry.task.id === openId}
            href={hrefOf(entry.task.id)}
            drag={drag}
          />
        );
    }
  };
  return (
    <div className={styles.list} ref={place}>
      {/* biome-ignore lint/a11y/useSemanticElements: the list is drawn by the virtualizer. */}
      <div role="list" aria-label={label}>
        <Total value={entries.length}>
          <Virtualizer
            ref={virtual}
            scrollRef={scroller}
            startMargin={startMargin}
            data={entries}
            itemSize={isPhone ? PHONE_ROW_PIXELS : ROW_PIXELS}
            item={Item}
            keepMounted={keepMounted}
          >
            {draw}
          </Virtualizer>
        </Total>
      </div>
      {children}
    </div>
  );
}

const Total = createContext(0);

/** Says of each line which of how many it is, though most are not drawn. */
function Item({ index, ref, style, children }: CustomItemComponentProps) {
  const total = useContext(Total);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line of the list above.
    <div role="listitem" aria-setsize={total} aria-posinset={index + 1} ref={ref} style={style}>
      {children}
    </div>
  );
}

/** Tell the keyboard which tasks are listed; where its row is gone it goes to the one that came in its place. */
function useListed(entries: readonly Entry[]): void {
  useEffect(() => {
    const before = listed.value;
    const { at, selected } = cursor.value;
    listed.value = idsOf(entries);
    if (at === undefined && selected.size === 0) return;
    const ids = listed.value();
    const there = new Set(ids);
    const kept = [...selected].filter((id) => there.has(id));
    if (kept.length === selected.size && (at === undefined || there.has(at))) return;
    const next = at === undefined || there.has(at) ? at : ids[Math.min(before().indexOf(at), ids.length - 1)];
    cursor.value = { at: next, selected: new Set(kept) };
  }, [entries]);
  useEffect(
    () => () => {
      listed.value = () => [];
      cursor.value = { at: undefined, selected: new Set() };
    },
    [],
  );
}

/** Return what returns the ids, made when they are first asked for: mostly nobody does before the list is another. */
function idsOf(entries: readonly Entry[]): () => readonly Id[] {
  let ids: readonly Id[] | undefined;
  return () => {
    ids ??= entries.flatMap((entry) => (entry.kind === "task" ? [entry.task.id] : []));
    return ids;
  };
}

function useOffsetTop(ref: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  // After each drawing: what stands above may have grown.
  useLayoutEffect(() => {
    setTop(ref.current?.offsetTop ?? 0);
  });
  return top;
}
