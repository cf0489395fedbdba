import { useEffect, useRef } from "react";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import styles from "./search-field.module.css";

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where the words are typed; Esc empties it, and then lets go of it. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const clear = () => {
    onChange("");
    ref.current?.focus();
  };
  return (
    <search className={styles.field}>
      <Icon name="search" className={styles.icon} />
      <input
        ref={ref}
        type="search"
        aria-label="Search tasks"
        placeholder="Search tasks"
        autoComplete="off"
        enterKeyHint="search"
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" && event.key !== "Enter") return;
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (event.key === "Escape" && value !== "") clear();
          else event.currentTarget.blur();
        }}
      />
      {value !== "" && <IconButton icon="x" size={16} label="Clear" onClick={clear} />}
    </search>
  );
}
