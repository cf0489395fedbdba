import { now } from "../../dates/now";
import { timeWords } from "../../dates/words";
import { useSignal } from "../../signal";
import styles from "./now-line.module.css";

/** Where the day stands, on the border of two rows; it takes no room, so nothing moves when it passes a row. */
export function NowLine() {
  const { minute } = useSignal(now);
  return (
    <span className={styles.line}>
      <time>
        <span className="visually-hidden">Now </span>
        {timeWords(minute)}
      </time>
    </span>
  );
}
