import { type Account, changeAccount } from "../accounts/account";
import { useDeed } from "../accounts/use-deed";
import { ZoneSelect } from "../accounts/zone-select";
import { clockIn } from "../accounts/zones";
import { Button } from "../ui/button";
import styles from "./account-section.module.css";
import { NameForm } from "./name-form";
import { PasswordForm } from "./password-form";
import { Setting } from "./setting";
import { SettingGroup } from "./setting-group";

interface AccountSectionProps {
  readonly account: Account;
  readonly onAccount: (account: Account) => void;
  readonly onSignOut: () => void;
}

/** Who one is here, by what one comes in, and the way out. */
export function AccountSection({ account, onAccount, onSignOut }: AccountSectionProps) {
  const deed = useDeed();
  const change = (changed: { name?: string; zone?: string }) =>
    deed.run(async () => onAccount(await changeAccount(changed)));
  const clock = clockIn(account.zone, new Date());
  return (
    <>
      <SettingGroup title="You" refusal={deed.refusal?.words}>
        <Setting
          icon="user"
          name="Name"
          about="It stands beside what you do"
          end={<NameForm name={account.name} isBusy={deed.isBusy} onName={(name) => change({ name })} />}
        />
        <Setting icon="mail" name="E-mail" about={account.email} />
        <Setting
          icon="globe"
          name="Time zone"
          about={clock === undefined ? "Reminders go by it" : `It is ${clock} there; reminders go by it`}
          end={
            <ZoneSelect
              aria-label="Time zone"
              zone={account.zone}
              disabled={deed.isBusy}
              className={styles.zone}
              onZone={(zone) => change({ zone })}
            />
          }
        />
      </SettingGroup>
      <SettingGroup title="Password" about="With a new one, every other device of yours is signed out.">
        <PasswordForm email={account.email} />
      </SettingGroup>
      <SettingGroup title="This device">
        <Setting
          icon="leave"
          name="Sign out"
          about="Takes your tasks off this device; the server keeps them"
          end={
            <Button size="small" onClick={onSignOut}>
              Sign out
            </Button>
          }
        />
      </SettingGroup>
    </>
  );
}
