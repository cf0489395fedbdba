import { useState } from "react";
import { overlay } from "../../app/overlay";
import type { Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { reminderWords } from "../../dates/reminder-words";
import { useSignal } from "../../signal";
import { Button } from "../../ui/button";
import { addReminder, removeReminder } from "../mutations";
import type { Reminder } from "../quick-add/parsed";
import { useSpace } from "../space-context";
import { AnswerField } from "./answer-field";
import choices from "./choices.module.css";
import { PickerHead } from "./picker-head";
import { readReminder } from "./read-reminder";
import { ReminderChoice } from "./reminder-choice";
import styles from "./reminder-picker.module.css";
import { idsIn, OFFSETS, remindersOf } from "./shared-reminders";
import { typingNow } from "./typing-now";
import { useFirstFocus } from "./use-first-focus";

interface ReminderPickerProps {
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
}

/** When tasks remind of themselves: the usual lengths before due, any other in words, and what is set. */
export function ReminderPicker({ tasks, onClose }: ReminderPickerProps) {
  const space = useSpace();
  const present = useSignal(now);
  const field = useFirstFocus();
  const [text, setText] = useState("");
  const due = tasks.find((task) => task.due !== undefined)?.due;
  const read = readReminder(text, due, typingNow());
  const others = remindersOf(tasks).filter((set) => !OFFSETS.some((offset) => idsIn(tasks, offset).includes(set.id)));

  const add = (reminder: Reminder) => addReminder(space, tasks, reminder);
  const remove = (reminder: Reminder) => {
    const ids = idsIn(tasks, reminder);
    for (const task of tasks) {
      for (const set of task.reminders) if (ids.includes(set.id)) removeReminder(space, task, set);
    }
  };
  const enter = () => {
    if (text.trim() === "") onClose();
    else if (read) {
      add(read);
      setText("");
    }
  };

  return (
    <>
      <PickerHead words="Remind of" tasks={tasks} onClose={onClose} />
      <AnswerField
        ref={field}
        icon="bell"
        label="When to remind, in words"
        placeholder={due ? "30m, or thu 6pm" : "thu 6pm"}
        value={text}
        onChange={setText}
        onEnter={enter}
        answer={read && said(reminderWords(read, due, present))}
        hint={due ? "A time, or how long before" : "A time, such as tomorrow 9am"}
      />
      <ul className={choices.choices}>
        {OFFSETS.map((offset) => (
          <ReminderChoice
            key={offset.before}
            words={reminderWords(offset, due, present)}
            isSet={tasks.every((task) => idsIn([task], offset).length > 0)}
            isPossible={due !== undefined || idsIn(tasks, offset).length > 0}
            onAdd={() => add(offset)}
            onRemove={() => remove(offset)}
          />
        ))}
        {others.map((reminder) => (
          <ReminderChoice
            key={reminder.id}
            words={reminderWords(reminder, due, present)}
            isSet
            isPossible
            onAdd={() => add(reminder)}
            onRemove={() => remove(reminder)}
          />
        ))}
      </ul>
      {due === undefined && (
        <p className={styles.note}>
          These count from a due date, and there is none yet.
          <Button
            size="small"
            onClick={() => {
              overlay.value = { name: "date", tasks };
            }}
          >
            Set one
          </Button>
        </p>
      )}
    </>
  );
}

function said({ head, at }: ReturnType<typeof reminderWords>): string {
  return [head, at].filter(Boolean).join(", ");
}
