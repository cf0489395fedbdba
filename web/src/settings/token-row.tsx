import type { Token } from "../accounts/account";
import { ago, dateOf } from "../moments";
import { Button } from "../ui/button";
import { Ink } from "../ui/ink";
import { scopeWords } from "./scope-words";
import { Setting } from "./setting";

interface TokenRowProps {
  readonly token: Token;
  readonly onRevoke: () => void;
}

/** A token: whose, what it may do, and when it was of use. */
export function TokenRow({ token, onRevoke }: TokenRowProps) {
  const now = new Date();
  const used = token.used_at === null ? "not used yet" : `used ${ago(new Date(token.used_at), now)}`;
  return (
    <Setting
      icon="plug"
      name={token.name}
      about={
        <>
          {scopeWords(token.scopes)} · {used} · made {dateOf(new Date(token.created_at), now)}
          {token.expires_at !== null && <Expiry at={new Date(token.expires_at)} now={now} />}
        </>
      }
      end={
        <Button size="small" onClick={onRevoke} aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
    />
  );
}

function Expiry({ at, now }: { readonly at: Date; readonly now: Date }) {
  if (at > now) return ` · until ${dateOf(at, now)}`;
  return (
    <>
      {" · "}
      <Ink tone="danger">ran out {dateOf(at, now)}</Ink>
    </>
  );
}
