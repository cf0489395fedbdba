import { inFull, shortly } from "../moments";
import { Button } from "../ui/button";
import { type Moment, Trail } from "../ui/trail";
import type { ActivityItem } from "./activity";
import styles from "./activity-trail.module.css";
import { ActivityWords } from "./activity-words";
import { useActivity } from "./use-activity";
import { wordsOf } from "./words";

interface ActivityTrailProps {
  readonly task: string;
  /** Another value asks the server again; let it follow the task's own version. */
  readonly version: unknown;
  /** This device's id at the server, so that it is called so. */
  readonly thisDevice?: string | undefined;
  readonly zone?: string | undefined;
}

const AT_ONCE = 8;

/** Who did what to one task; it takes no room until something is known. */
export function ActivityTrail({ task, version, thisDevice, zone }: ActivityTrailProps) {
  const { activity, refusal, isBusy, more } = useActivity({ task, version, limit: AT_ONCE });
  if (activity === undefined) return refusal && <p className={styles.note}>{refusal.words}</p>;
  const now = new Date();
  const momentOf = (item: ActivityItem): Moment => ({
    id: item.id,
    spot: "plain",
    text: <ActivityWords words={wordsOf(item, { isOfOne: true, thisDevice })} />,
    at: shortly(new Date(item.at), now, zone),
    dateTime: item.at,
    title: inFull(new Date(item.at), zone),
  });
  return (
    <>
      <Trail items={activity.items.map(momentOf)} label="Activity" wrap />
      {activity.next !== null && (
        <Button kind="quiet" size="small" busy={isBusy} onClick={more} className={styles.more}>
          Earlier
        </Button>
      )}
    </>
  );
}
