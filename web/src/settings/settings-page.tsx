import type { Account } from "../accounts/account";
import { AccountSection } from "./account-section";
import { AppearanceSection, type Theme } from "./appearance-section";
import { IntegrationsSection } from "./integrations-section";
import { type Place, PlaceLink, type Section } from "./place-link";
import { SessionsSection } from "./sessions-section";
import styles from "./settings.module.css";
import type { ShortcutGroup } from "./shortcut-list";
import { ShortcutsSection } from "./shortcuts-section";

export interface SettingsPageProps {
  readonly section: Section;
  readonly account: Account;
  readonly onAccount: (account: Account) => void;
  readonly onSignOut: () => void;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly shortcuts: readonly ShortcutGroup[];
  readonly areSingleKeysOn: boolean;
  readonly onSingleKeys: (areOn: boolean) => void;
}

/** What a person may set, one section at a time. */
export function SettingsPage(props: SettingsPageProps) {
  return (
    <div className={styles.frame}>
      <div className={styles.settings}>
        <nav className={styles.nav} aria-label="Settings">
          {PLACES.map((place) => (
            <PlaceLink key={place.section} place={place} isCurrent={place.section === props.section} />
          ))}
        </nav>
        <div>
          <h1 className={styles.title}>{PLACES.find((place) => place.section === props.section)?.name}</h1>
          <SectionOf {...props} />
        </div>
      </div>
    </div>
  );
}

const PLACES: readonly Place[] = [
  { section: "account", name: "Account", icon: "user" },
  { section: "appearance", name: "Appearance", icon: "half" },
  { section: "shortcuts", name: "Shortcuts", icon: "keyboard" },
  { section: "sessions", name: "Devices", icon: "laptop" },
  { section: "integrations", name: "Integrations", icon: "plug" },
];

function SectionOf(props: SettingsPageProps) {
  switch (props.section) {
    case "account":
      return <AccountSection account={props.account} onAccount={props.onAccount} onSignOut={props.onSignOut} />;
    case "appearance":
      return <AppearanceSection theme={props.theme} onTheme={props.onTheme} />;
    case "shortcuts":
      return (
        <ShortcutsSection
          groups={props.shortcuts}
          areSingleKeysOn={props.areSingleKeysOn}
          onSingleKeys={props.onSingleKeys}
        />
      );
    case "sessions":
      return <SessionsSection />;
    case "integrations":
      return <IntegrationsSection />;
  }
}
