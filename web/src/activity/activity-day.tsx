import { hourOf, inFull } from "../moments";
import { type Moment, Trail } from "../ui/trail";
import type { ActivityItem } from "./activity";
import styles from "./activity-page.module.css";
import { ActivityWords } from "./activity-words";
import type { Day } from "./days";
import { wordsOf } from "./words";

interface ActivityDayProps {
  readonly day: Day;
  readonly thisDevice: string | undefined;
  readonly zone: string | undefined;
  readonly hrefOf: ((item: ActivityItem) => string | undefined) | undefined;
}

/** A day of the log; a reminder is a moment of its own, the rest is history. */
export function ActivityDay({ day, thisDevice, zone, hrefOf }: ActivityDayProps) {
  const momentOf = (item: ActivityItem): Moment => ({
    id: item.id,
    spot: item.type === "notice.created" ? "due" : "plain",
    text: <ActivityWords words={wordsOf(item, { thisDevice })} href={hrefOf?.(item)} />,
    at: hourOf(new Date(item.at), zone),
    dateTime: item.at,
    title: inFull(new Date(item.at), zone),
  });
  return (
    <section className={styles.day} aria-label={day.name}>
      <h2 className={styles.name}>{day.name}</h2>
      <Trail items={day.items.map(momentOf)} wrap />
    </section>
  );
}
