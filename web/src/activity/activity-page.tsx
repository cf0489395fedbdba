import { useState } from "react";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Key } from "../ui/key";
import { Page } from "../ui/page";
import type { ActivityItem } from "./activity";
import { ActivityDay } from "./activity-day";
import styles from "./activity-page.module.css";
import { daysOf, type Filter, filtered } from "./days";
import { useActivity } from "./use-activity";

interface ActivityPageProps {
  /** Another value asks the server for what is new. */
  readonly version: unknown;
  /** This device's id at the server, so that it is called so. */
  readonly thisDevice?: string | undefined;
  /** The zone in which days begin, that of the browser if it is left out. */
  readonly zone?: string | undefined;
  /** Where a title leads; nowhere if it is left out or undefined. */
  readonly hrefOf?: ((item: ActivityItem) => string | undefined) | undefined;
}

const AT_ONCE = 50;

/** Who did what when, the latest first. */
export function ActivityPage({ version, thisDevice, zone, hrefOf }: ActivityPageProps) {
  const { activity, refusal, isBusy, more } = useActivity({ version, limit: AT_ONCE });
  const [filter, setFilter] = useState<Filter>("all");
  const shown = filtered(activity?.items ?? [], filter);
  const isEmpty = activity?.items.length === 0;
  return (
    <Page title="Activity" about="Who did what, and when: on every device, and by every program.">
      <fieldset className={styles.filters} aria-label="Show">
        {FILTERS.map(([name, label]) => (
          <Button key={name} kind="quiet" size="small" aria-pressed={name === filter} onClick={() => setFilter(name)}>
            {label}
          </Button>
        ))}
      </fieldset>
      {refusal && (
        <p role="alert" className={styles.note}>
          {refusal.words}
        </p>
      )}
      {daysOf(shown, new Date(), zone).map((day) => (
        <ActivityDay key={day.name} day={day} thisDevice={thisDevice} zone={zone} hrefOf={hrefOf} />
      ))}
      {isEmpty && (
        <EmptyState title="Nothing has happened yet">
          Press <Key>Q</Key> and add a task: it is the first.
        </EmptyState>
      )}
      {activity && !isEmpty && shown.length === 0 && (
        <p className={styles.note}>None of this among the latest {activity.items.length}.</p>
      )}
      {activity && activity.next !== null && (
        <Button busy={isBusy} onClick={more}>
          Earlier
        </Button>
      )}
    </Page>
  );
}

const FILTERS: readonly (readonly [Filter, string])[] = [
  ["all", "All"],
  ["tasks", "Tasks"],
  ["lists", "Projects and tags"],
  ["reminders", "Reminders"],
  ["conflicts", "Conflicts"],
];
