import type { KeyboardEvent, MouseEvent } from "react";
import type { Task } from "../../changes/rows";
import { IconButton } from "../../ui/icon-button";
import { GrowingText } from "./growing-text";
import { MarkdownText } from "./markdown-text";
import { Overtaken } from "./overtaken";
import styles from "./task-notes.module.css";
import { useDraft } from "./use-draft";

const LARGEST_NOTES_BYTES = 100 * 1024;

interface TaskNotesProps {
  readonly task: Task;
}

/** The notes: drawn from light Markdown, and written as the plain text that they are. */
export function TaskNotes({ task }: TaskNotesProps) {
  const draft = useDraft(task, "notes", { fits });

  if (draft.isOpen) {
    const isTooLong = !fits(draft.text);
    return (
      <div className={styles.notes}>
        <GrowingText
          autoFocus
          className={styles.box}
          aria-label="Notes"
          aria-invalid={isTooLong || undefined}
          placeholder="Notes. **Bold**, - lists and links are understood."
          value={draft.text}
          onFocus={({ currentTarget: box }) => box.setSelectionRange(box.value.length, box.value.length)}
          onChange={(event) => draft.type(event.currentTarget.value)}
          onKeyDown={(event) => isEnd(event) && event.currentTarget.blur()}
          onBlur={draft.keep}
        />
        {isTooLong && (
          <p role="alert" className={styles.tooLong}>
            That is more than 100 KB, too long to be kept. Make it a little shorter, and it is saved.
          </p>
        )}
        <Overtaken isOvertaken={draft.isOvertaken} onTake={draft.takeOther} />
      </div>
    );
  }
  if (task.notes === undefined) {
    return (
      <div className={styles.notes}>
        <button type="button" className={styles.none} onClick={draft.open}>
          Add notes
        </button>
      </div>
    );
  }
  const openByPress = (event: MouseEvent<HTMLElement>) => {
    const isLink = event.target instanceof Element && event.target.closest("a, button") !== null;
    if (!isLink && window.getSelection()?.isCollapsed !== false) draft.open();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a wider target for pointers; the button is for all others.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
    <div className={styles.notes} onClick={openByPress}>
      <MarkdownText text={task.notes} />
      <IconButton icon="pencil" size={16} label="Edit the notes" className={styles.edit} onClick={draft.open} />
    </div>
  );
}

function fits(text: string): boolean {
  // A code unit takes 3 bytes at most, so that short texts need not be counted.
  return text.length * 3 <= LARGEST_NOTES_BYTES || new TextEncoder().encode(text).length <= LARGEST_NOTES_BYTES;
}

function isEnd(event: KeyboardEvent): boolean {
  const isKey = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
  if (!isKey || event.nativeEvent.isComposing) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
