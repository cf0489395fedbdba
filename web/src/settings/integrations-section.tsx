import { useState } from "react";
import { getTokens, revokeToken, type Token } from "../accounts/account";
import { useAnswer } from "../accounts/use-answer";
import { useDeed } from "../accounts/use-deed";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { NewTokenForm } from "./new-token-form";
import { SettingGroup } from "./setting-group";
import { TokenRow } from "./token-row";
import { TokenSecret } from "./token-secret";

/** The tokens by which programs come in. */
export function IntegrationsSection() {
  const tokens = useAnswer(getTokens);
  const deed = useDeed();
  const [isWriting, setWriting] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [doomed, setDoomed] = useState<Token>();

  const keep = (made: string) => {
    setSecret(made);
    setWriting(false);
    tokens.again();
  };
  const revoke = async () => {
    if (doomed) await deed.run(() => revokeToken(doomed.id));
    setDoomed(undefined);
    tokens.again();
  };

  return (
    <SettingGroup
      title="Tokens"
      about="A program or script comes in with a token, as you but only as far as the token goes. None can change your password or make tokens."
      refusal={tokens.refusal?.words ?? deed.refusal?.words}
      end={
        !isWriting && (
          <Button size="small" icon="plus" onClick={() => setWriting(true)}>
            New token
          </Button>
        )
      }
    >
      {isWriting && <NewTokenForm onMade={keep} onCancel={() => setWriting(false)} />}
      {secret !== undefined && <TokenSecret secret={secret} onDone={() => setSecret(undefined)} />}
      {tokens.value?.map((token) => (
        <TokenRow key={token.id} token={token} onRevoke={() => setDoomed(token)} />
      ))}
      <ConfirmDialog
        open={doomed !== undefined}
        title={`Revoke “${doomed?.name ?? ""}”?`}
        confirm="Revoke"
        danger
        busy={deed.isBusy}
        onConfirm={revoke}
        onClose={() => setDoomed(undefined)}
      >
        The program that uses it is out at once. There is no way back but a new token.
      </ConfirmDialog>
    </SettingGroup>
  );
}
