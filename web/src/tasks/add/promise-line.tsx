import type { ReactNode } from "react";
import { Fragment } from "react";
import type { Now } from "../../dates/when";
import type { Due, Reminder } from "../quick-add/parsed";
import type { RemindedDay } from "./promise";
import { reminding } from "./promise";
import styles from "./promise-line.module.css";

interface PromiseLineProps {
  readonly due: Due | undefined;
  readonly reminders: readonly Reminder[];
  readonly now: Now;
  readonly isReachable: boolean;
}

/** What the task will do, in a sentence. */
export function PromiseLine({ due, reminders, now, isReachable }: PromiseLineProps) {
  const words = sentence(reminding(due, reminders, now), { reminders, isReachable });
  return words && <p className={styles.promise}>{words}</p>;
}

function sentence(days: readonly RemindedDay[], told: Pick<PromiseLineProps, "reminders" | "isReachable">): ReactNode {
  if (days.length > 0) {
    return (
      <>
        Reminds you{" "}
        {days.map(({ day, hours }, index) => (
          <Fragment key={day ?? "due"}>
            {index > 0 && (index === days.length - 1 ? " and " : ", ")}
            {day && `${day} `}at <Hours hours={hours} />
          </Fragment>
        ))}
        {told.isReachable ? "." : ", once it has reached the server."}
      </>
    );
  }
  return told.reminders.length > 0 && "The time to remind you is past: nothing will.";
}

function Hours({ hours }: { readonly hours: readonly string[] }) {
  return hours.map((hour, index) => (
    <Fragment key={hour}>
      {index > 0 && (index === hours.length - 1 ? " and " : ", ")}
      <strong>{hour}</strong>
    </Fragment>
  ));
}
