import type { ReactNode } from "react";
import { Link } from "wouter";
import styles from "./door.module.css";

interface SignInInsteadProps {
  /** For whom: a question. */
  readonly children: ReactNode;
}

/** The way to the sign-in page. */
export function SignInInstead({ children }: SignInInsteadProps) {
  return (
    <p className={styles.after}>
      {children}{" "}
      <Link href="/sign-in" className={styles.link}>
        Sign in
      </Link>
    </p>
  );
}
