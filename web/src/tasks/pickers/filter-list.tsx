import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { cleanLine } from "../../clean-text";
import { Icon } from "../../ui/icon";
import type { IconName } from "../../ui/icon-shapes";
import { itemAfter } from "../../ui/menu-keys";
import styles from "./filter-list.module.css";
import { FilterOption } from "./filter-option";
import { isNamed, matching } from "./matching";
import { useFirstFocus } from "./use-first-focus";

/** One of those to choose from. */
export interface FilterChoice {
  readonly id: string;
  readonly label: string;
  readonly mark: ReactNode;
  readonly isOn: boolean;
}

interface FilterListProps {
  readonly label: string;
  readonly icon: IconName;
  readonly placeholder: string;
  readonly choices: readonly FilterChoice[];
  /** Whether several may be on. */
  readonly isMany?: boolean;
  /** What is made of a name that there is not: “project”. */
  readonly made: string;
  readonly longestName: number;
  readonly onPick: (id: string) => void;
  readonly onMake: (name: string) => void;
}

const MAKE = "make";

/** A list to choose from by typing, by arrows and Enter, or by a press; what is not in it can be made. */
export function FilterList(props: FilterListProps) {
  const { label, icon, placeholder, choices, isMany = false, made, longestName, onPick, onMake } = props;
  const listId = useId();
  const field = useFirstFocus();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(() => Math.max(0, isMany ? 0 : choices.findIndex(({ isOn }) => isOn)));

  const name = cleanLine(typed.replace(/^[#@]/, ""));
  const found = matching(choices, name);
  const isNew = name !== "" && !isNamed(choices, name);
  const options: FilterChoice[] = isNew
    ? [...found, { id: MAKE, label: `Make ${made} “${name}”`, mark: <Icon name="plus" size={16} />, isOn: false }]
    : found;
  const optionId = (id: string) => `${listId}-${id}`;
  const active = options[Math.min(at, options.length - 1)];

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is active is brought into view.
  useLayoutEffect(() => {
    list.current?.querySelector("[aria-selected='true']")?.scrollIntoView({ block: "nearest" });
  }, [active?.id]);

  const pick = (option: FilterChoice | undefined) => {
    if (option === undefined) return;
    if (option.id === MAKE) onMake(name);
    else onPick(option.id);
    if (typed !== "") setAt(0);
    setTyped("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = itemAfter(event.key, options.indexOf(active as FilterChoice), options.length);
    const isInText = (event.key === "Home" || event.key === "End") && typed !== "";
    if (event.key === "Enter") pick(active);
    else if (to === undefined || isInText || options.length === 0) return;
    else setAt(to);
    event.preventDefault();
  };

  return (
    <>
      <label className={styles.line}>
        <Icon name={icon} className={styles.icon} />
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active.id)}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="done"
          maxLength={longestName}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {options.length === 0 && (
        <p className={styles.none}>{`There is no ${made} yet: type a name, and Enter makes it.`}</p>
      )}
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMany}
        className={styles.list}
      >
        {options.map((option, place) => (
          <FilterOption
            key={option.id}
            id={optionId(option.id)}
            choice={option}
            isActive={option === active}
            onPoint={() => setAt(place)}
            onPick={() => pick(option)}
          />
        ))}
      </div>
    </>
  );
}
