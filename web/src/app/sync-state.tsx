import { useSignal } from "../signal";
import { useSpace } from "../tasks/space-context";
import { classes } from "../ui/classes";
import styles from "./sync-state.module.css";

/** Whether all that was done here is at the server. */
export function SyncState({ name }: { readonly name: string }) {
  const { reachable, waiting } = useSignal(useSpace().status);
  const words = waiting === 0 ? "" : `${waiting} ${waiting === 1 ? "change" : "changes"} waiting`;
  const state = reachable ? words || "Everything saved" : ["Offline", words].filter(Boolean).join(", ");
  return (
    <div className={classes(styles.state, !reachable && styles.offline)}>
      <span className={styles.dot} />
      <span role="status">{state}</span>
      <span className={styles.name}>{name}</span>
    </div>
  );
}
