import { Button } from "../ui/button";
import styles from "./mishap.module.css";

/** What stands where a browser lets nothing be kept: why that may be, and what to do. */
export function NoDisk() {
  return (
    <main className={styles.mishap}>
      <h1>This browser keeps nothing for Onthedot</h1>
      <p>
        Your tasks are safe at the server, but a copy must lie on this device, and it could not be opened. In a private
        window, use an ordinary one. If the device is full, make some room. If the browser is set to block the data of
        sites, allow it for this one.
      </p>
      <Button onClick={() => location.reload()}>Try again</Button>
    </main>
  );
}
