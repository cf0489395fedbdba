import { Suspense, useMemo } from "react";
import { Redirect, Route, Switch } from "wouter";
import type { Account } from "../accounts/account";
import type { ActivityItem } from "../activity/activity";
import type { Task } from "../changes/rows";
import { now } from "../dates/now";
import { SearchPage } from "../search/search-page";
import type { Section } from "../settings/place-link";
import { useSignal } from "../signal";
import { taskEntries } from "../tasks/list/entries";
import { TaskList } from "../tasks/list/task-list";
import { useSpace } from "../tasks/space-context";
import { InboxPage } from "../tasks/views/inbox-page";
import { ProjectPage } from "../tasks/views/project-page";
import { TagsPage } from "../tasks/views/tags-page";
import { TodayPage } from "../tasks/views/today-page";
import { TrashPage } from "../tasks/views/trash-page";
import { UpcomingPage } from "../tasks/views/upcoming-page";
import { IconButton } from "../ui/icon-button";
import { useOpenTask } from "./open-task";
import { PageTitle } from "./page-title";
import { ActivityPage, ConflictsPage, NoticesPage, SettingsPage } from "./pages";
import { areSingleKeysOn, theme } from "./preferences";
import { account } from "./session";
import { SHORTCUT_GROUPS } from "./shortcuts";
import styles from "./views.module.css";

interface CurrentViewProps {
  readonly person: Account;
  readonly onSignOut: () => void;
  /** Show the sidebar; absent while it is there. */
  readonly onSidebar: (() => void) | undefined;
}

/** The view that the address names. */
export function CurrentView({ person, onSignOut, onSidebar }: CurrentViewProps) {
  const isReady = useSignal(useSpace().ready);
  const showSidebar = onSidebar && (
    <IconButton icon="sidebar" label="Show the sidebar" shortcut="\" className={styles.sidebar} onClick={onSidebar} />
  );
  return (
    <>
      {showSidebar}
      <Suspense fallback={null}>
        <Switch>
          <Route path="/settings/:section?">
            {({ section }) => (
              <>
                <PageTitle name="Settings" />
                <Settings section={section} person={person} onSignOut={onSignOut} />
              </>
            )}
          </Route>
          <Route>{isReady ? <Lists /> : <FirstLoad />}</Route>
        </Switch>
      </Suspense>
    </>
  );
}

function Lists() {
  return (
    <div className={styles.column}>
      <Switch>
        <Route path="/inbox" component={InboxPage} />
        <Route path="/today" component={TodayPage} />
        <Route path="/upcoming" component={UpcomingPage} />
        <Route path="/tags" component={TagsPage} />
        <Route path="/trash" component={TrashPage} />
        <Route path="/search">
          <SearchPage renderList={(tasks) => <Found tasks={tasks} />} />
        </Route>
        <Route path="/activity" component={AllActivity} />
        <Route path="/notices" component={Notices} />
        <Route path="/conflicts" component={ConflictsPage} />
        <Route path="/project/:id">{({ id }) => <ProjectPage key={id} id={id} />}</Route>
        <Route>
          <Redirect to="/today" replace />
        </Route>
      </Switch>
    </div>
  );
}

function Found({ tasks }: { readonly tasks: readonly Task[] }) {
  const entries = useMemo(() => taskEntries(tasks), [tasks]);
  return <TaskList label="Found tasks" entries={entries} column="project and due" />;
}

function Notices() {
  const { open } = useOpenTask();
  return (
    <>
      <PageTitle name="Notices" />
      <NoticesPage onOpen={open} />
    </>
  );
}

function AllActivity() {
  const space = useSpace();
  const version = useSignal(space.cursor);
  const { zone } = useSignal(now);
  const { hrefOf } = useOpenTask();
  const taskHref = ({ kind, entity }: ActivityItem) => {
    if (kind === "project" && entity) return `/project/${entity}`;
    return kind === "task" && entity ? hrefOf(entity) : undefined;
  };
  return (
    <>
      <PageTitle name="Activity" />
      <ActivityPage version={version} thisDevice={space.device} zone={zone} hrefOf={taskHref} />
    </>
  );
}

/** Only ever seen on a device's first visit: later its own copy is there at once. */
function FirstLoad() {
  return (
    <div className={styles.first} role="status">
      Fetching your tasks …
    </div>
  );
}

const SECTIONS: readonly string[] = ["account", "appearance", "shortcuts", "sessions", "integrations"];

function Settings({
  section,
  person,
  onSignOut,
}: Omit<CurrentViewProps, "onSidebar"> & { section: string | undefined }) {
  const chosen = useSignal(theme);
  const areKeysOn = useSignal(areSingleKeysOn);
  if (section === undefined || !SECTIONS.includes(section)) return <Redirect to="/settings/account" replace />;
  return (
    <SettingsPage
      section={section as Section}
      account={person}
      onAccount={(changed) => {
        account.value = changed;
      }}
      onSignOut={onSignOut}
      theme={chosen}
      onTheme={(next) => {
        theme.value = next;
      }}
      shortcuts={SHORTCUT_GROUPS}
      areSingleKeysOn={areKeysOn}
      onSingleKeys={(areOn) => {
        areSingleKeysOn.value = areOn;
      }}
    />
  );
}
