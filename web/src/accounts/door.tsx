import type { ReactNode } from "react";
import { Wordmark } from "../ui/wordmark";
import styles from "./door.module.css";

interface DoorProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

/** The page before one is in: our name, the moment on its line, and what to do. */
export function Door({ title, lead, children }: DoorProps) {
  return (
    <main className={styles.door}>
      <title>{`${title} · Onthedot`}</title>
      <div className={styles.column}>
        <Wordmark className={styles.wordmark} />
        <div className={styles.line} />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
      <p className={styles.foot}>
        Everything stays on {isHere(location.hostname) ? "this machine" : "this server"}: {location.host}
      </p>
    </main>
  );
}

function isHere(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "[::1]";
}
