import { useRef, useState } from "react";
import { Button } from "../ui/button";
import { TextInput } from "../ui/text-input";
import styles from "./token-secret.module.css";

interface TokenSecretProps {
  readonly secret: string;
  readonly onDone: () => void;
}

/** The secret of a new token, shown this once. */
export function TokenSecret({ secret, onDone }: TokenSecretProps) {
  const ref = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    // Without TLS a browser has no clipboard for us: then it is marked, to be copied by hand.
    ref.current?.select();
    await navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  };
  return (
    <div className={styles.box} role="status">
      <p className={styles.words}>
        <strong>Here it is, this once.</strong> Keep it like a password: the server holds only its hash.
      </p>
      <div className={styles.line}>
        <TextInput
          ref={ref}
          readOnly
          aria-label="The new token"
          value={secret}
          onFocus={(event) => event.currentTarget.select()}
          className={styles.secret}
        />
        <Button icon={isCopied ? "check" : "copy"} onClick={copy}>
          {isCopied ? "Copied" : "Copy"}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
