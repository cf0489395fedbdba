import type { KeyboardEvent } from "react";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { wordsOf } from "../search/words";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Key } from "../ui/key";
import { itemAfter } from "../ui/menu-keys";
import type { Situation } from "./commands";
import { closeOverlay } from "./overlay";
import styles from "./palette.module.css";
import type { Asked, Group, Option } from "./palette-groups";
import { groupsFor } from "./palette-groups";
import { PaletteOption } from "./palette-option";

interface PaletteFormProps {
  readonly situation: Situation;
  readonly text: string;
}

/** The letters typed, and what fits them; the focus stays in the letters. */
export function PaletteForm({ situation, text }: PaletteFormProps) {
  const list = useId();
  const [query, setQuery] = useState(text);
  const [at, setAt] = useState(0);
  const [wantsMore, setWantsMore] = useState(false);
  const { groups, milliseconds } = useMemo(() => timed({ query, wantsMore }, situation), [query, wantsMore, situation]);
  const words = useMemo(() => wordsOf(query), [query]);
  const options = groups.flatMap((group) => group.options);
  const active = options[Math.min(at, options.length - 1)];
  const placeOf = (option: Option) => `${list}-${option.id.replaceAll(" ", "-")}`;
  useInSight(active && placeOf(active));

  const run = (option: Option | undefined) => {
    if (!option) return;
    closeOverlay();
    option.run(situation);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = event.key.startsWith("Arrow") ? itemAfter(event.key, at, options.length) : undefined;
    if (next !== undefined) setAt(next);
    else if (event.key === "Enter") run(active);
    else if (event.key === "Tab") setWantsMore(!wantsMore && situation.tasks.length > 0);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={styles.line}>
        <Icon name="search" className={styles.icon} />
        <input
          type="text"
          role="combobox"
          aria-label="Do or find anything"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-activedescendant={active && placeOf(active)}
          placeholder="Do or find anything"
          autoComplete="off"
          spellCheck={false}
          className={styles.input}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Key className={styles.escape}>Esc</Key>
        <IconButton icon="x" label="Close" className={styles.close} onClick={closeOverlay} />
      </div>
      <div id={list} role="listbox" aria-label="What fits" className={styles.options}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={styles.heading} aria-hidden="true">
              <span className="clip">{group.title}</span>
            </div>
            {group.options.map((option) => (
              <PaletteOption
                key={option.id}
                id={placeOf(option)}
                option={option}
                words={words}
                isActive={option === active}
                onPoint={() => setAt(options.indexOf(option))}
                onRun={() => run(option)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <span>
          <Key>↑</Key>
          <Key>↓</Key>Choose
        </span>
        <span>
          <Key>Enter</Key>Do it
        </span>
        {situation.tasks.length > 0 && (
          <span>
            <Key>Tab</Key>
            {wantsMore ? "Less" : "More"} for this task
          </span>
        )}
        {query.trim() !== "" && <span className={styles.end}>Found on this device in {milliseconds} ms</span>}
      </div>
    </>
  );
}

function timed(asked: Asked, situation: Situation): { groups: readonly Group[]; milliseconds: number } {
  const begun = performance.now();
  const groups = groupsFor(asked, situation);
  return { groups, milliseconds: Math.ceil(performance.now() - begun) };
}

function useInSight(id: string | undefined): void {
  const before = useRef(id);
  useLayoutEffect(() => {
    if (id === before.current) return;
    before.current = id;
    if (id) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id]);
}
