import { type KeyboardEvent, useState } from "react";
import type { Task } from "../../changes/rows";
import { now } from "../../dates/now";
import { whenOf } from "../../dates/when";
import { whenWords } from "../../dates/words";
import { useSignal } from "../../signal";
import { reschedule } from "../mutations";
import { useSpace } from "../space-context";
import { AnswerField } from "./answer-field";
import styles from "./date-picker.module.css";
import { MonthCalendar } from "./month-calendar";
import { dueOf, type PickedDue } from "./picked-due";
import { PickerHead } from "./picker-head";
import { QuickDayList } from "./quick-day-list";
import { type QuickDay, quickDays } from "./quick-days";
import { readDate } from "./read-date";
import { TimeRow } from "./time-row";
import { typingNow } from "./typing-now";
import { useFirstFocus } from "./use-first-focus";

interface DatePickerProps {
  readonly tasks: readonly Task[];
  readonly onClose: () => void;
}

/** When tasks are due: by words, by one key, by a press on a day. */
export function DatePicker({ tasks, onClose }: DatePickerProps) {
  const space = useSpace();
  const present = useSignal(now);
  const field = useFirstFocus();
  const [text, setText] = useState("");
  const due = tasks[0]?.due;
  const when = due && whenOf(due, present.zone);
  const days = quickDays(present.day);
  const read = readDate(text, due, typingNow(), days);

  const apply = (picked: PickedDue) => {
    reschedule(space, tasks, (task) => dueOf(picked, task.due, present.zone));
    onClose();
  };
  const applyDay = ({ day }: QuickDay) => apply(day === undefined ? "none" : { day });
  const applyWords = () => {
    if (text.trim() === "") onClose();
    else if (read) apply(read);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const chosen = days.find(({ key }) => isKeyOf(event, key));
    if (!chosen) return;
    event.preventDefault();
    applyDay(chosen);
  };
  const goToDays = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    event.currentTarget.closest("dialog")?.querySelector<HTMLElement>("ul button")?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for all that is within.
    <div onKeyDown={onKeyDown}>
      <PickerHead words="Due" tasks={tasks} onClose={onClose} />
      <AnswerField
        ref={field}
        icon="calendar"
        label="When it is due, in words"
        placeholder="fri 3pm"
        value={text}
        onChange={setText}
        onEnter={applyWords}
        onKeyDown={goToDays}
        answer={read && answerTo(dueOf(read, due, present.zone), present.zone)}
        hint={when ? `So far: ${whenWords(when, present.day)}` : "No due date yet"}
      />
      <div className={styles.body}>
        <QuickDayList days={days} today={present.day} onPick={applyDay} />
        <div className={styles.month}>
          <MonthCalendar today={present.day} selected={when?.day} onPick={(day) => apply({ day })} />
          <TimeRow minute={when?.minute} onSet={(minute) => apply({ day: when?.day ?? present.day, minute })} />
        </div>
      </div>
    </div>
  );
}

/** A letter by itself, or with Alt where letters are typed. */
function isKeyOf(event: KeyboardEvent<HTMLElement>, key: string): boolean {
  if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return false;
  const isTyping = event.target instanceof HTMLInputElement;
  return event.altKey ? event.code === `Key${key}` : !isTyping && event.key.toUpperCase() === key;
}

function answerTo(due: ReturnType<typeof dueOf>, zone: string): string {
  return due ? whenWords(whenOf(due, zone), now.value.day) : "No date";
}
