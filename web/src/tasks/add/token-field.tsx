import type { ComponentProps, Ref } from "react";
import { useState } from "react";
import { classes } from "../../ui/classes";
import type { Token } from "../quick-add/parsed";
import { piecesOf } from "./pieces";
import colors from "./token-colors.module.css";
import styles from "./token-field.module.css";

interface TokenFieldProps extends Omit<ComponentProps<"textarea">, "value" | "onChange" | "rows"> {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly value: string;
  readonly tokens: readonly Token[];
  readonly onType: (text: string, caret: number) => void;
}

/** A line to write in, with what was understood tinted where it stands.
 *
 * The letters are drawn by a copy of the line under a textarea without ink, so that the caret is the browser's own. While
 * an input method composes, the textarea draws them itself: only it knows what is being composed. */
export function TokenField({ value, tokens, onType, className, ...rest }: TokenFieldProps) {
  const [isComposing, setComposing] = useState(false);
  return (
    <span className={classes(styles.field, isComposing && styles.composing, className)}>
      <span className={styles.copy} aria-hidden="true">
        {piecesOf(value, tokens).map(({ start, text, kind }) =>
          kind ? (
            <span key={start} className={classes(styles.token, colors[kind])}>
              {text}
            </span>
          ) : (
            text
          ),
        )}
        {(value === "" || value.endsWith("\n")) && "\u200b"}
      </span>
      <textarea
        {...rest}
        rows={1}
        value={value}
        className={styles.text}
        onChange={({ currentTarget }) => onType(currentTarget.value, currentTarget.selectionEnd)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </span>
  );
}
