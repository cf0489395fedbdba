import { useEffect, useMemo, useRef } from "react";
import { useLocation } from "wouter";
import type { Account } from "../accounts/account";
import { ActivityTrail } from "../activity/activity-trail";
import type { Task } from "../changes/rows";
import { now } from "../dates/now";
import { useMedia, WIDE } from "../media";
import { NoticeToast } from "../notifications/notice-toast";
import { useSignal } from "../signal";
import { TaskPanel } from "../tasks/detail/task-panel";
import { cursor } from "../tasks/list/cursor";
import { SelectionBar } from "../tasks/list/selection-bar";
import { useSpace } from "../tasks/space-context";
import { classes } from "../ui/classes";
import { OverAll } from "../ui/over-all";
import { useLayer } from "../ui/use-layer";
import { Banners } from "./banners";
import type { Situation } from "./commands";
import { useKeyboard } from "./keyboard";
import { Mishap } from "./mishap";
import { useOpenTask } from "./open-task";
import { drawer } from "./overlay";
import { Overlays } from "./overlays";
import { isSidebarHidden } from "./preferences";
import { Scroller } from "./scroller";
import styles from "./shell.module.css";
import { Sidebar } from "./sidebar";
import { TabBar } from "./tab-bar";
import { UndoToast } from "./undo-toast";
import { CurrentView } from "./views";

interface ShellProps {
  readonly person: Account;
  readonly onSignOut: () => void;
}

/** The frame: where to go at the left, the view in the middle, the open task at the right. */
export function Shell({ person, onSignOut }: ShellProps) {
  const scroller = useRef<HTMLElement>(null);
  const isWide = useMedia(WIDE);
  const isHidden = useSignal(isSidebarHidden);
  const isDrawerOpen = useSignal(drawer);
  const [path] = useLocation();
  const { openId, open, close } = useOpenTask();
  const situation = useSituation();
  useKeyboard(situation, openId === undefined ? undefined : close);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view closes the drawer and begins at its top.
  useEffect(() => {
    drawer.value = false;
    scroller.current?.scrollTo(0, 0);
  }, [path]);
  useLayer(!isWide && isDrawerOpen, () => {
    drawer.value = false;
  });
  const showsSidebar = isWide ? !isHidden : isDrawerOpen;
  const toggleSidebar = () => {
    if (isWide) isSidebarHidden.value = !isHidden;
    else drawer.value = !isDrawerOpen;
  };
  return (
    <div className={classes(styles.shell, isWide && showsSidebar && styles.withSidebar, openId && styles.withPanel)}>
      <a className="skip-link" href="#list">
        To the list
      </a>
      {showsSidebar && <Sidebar person={person} onHide={toggleSidebar} />}
      {!isWide && isDrawerOpen && (
        <button type="button" className={styles.veil} aria-label="Close the menu" onClick={toggleSidebar} />
      )}
      <main className={styles.main} id="list" ref={scroller} tabIndex={-1}>
        <Scroller value={scroller}>
          <Banners person={person} />
          <Mishap place={path}>
            <CurrentView person={person} onSignOut={onSignOut} onSidebar={showsSidebar ? undefined : toggleSidebar} />
          </Mishap>
        </Scroller>
      </main>
      {openId && <TaskPanel id={openId} onClose={close} onOpen={open} activity={<TaskActivity id={openId} />} />}
      <TabBar />
      <SelectionBar situation={situation} />
      <Mishap place={path}>
        <Overlays situation={situation} onOpen={open} />
      </Mishap>
      <OverAll>
        <NoticeToast onOpen={open} />
        <UndoToast />
      </OverAll>
    </div>
  );
}

/** What commands are done to: the selected tasks, else the one under the keyboard, else the open one. */
function useSituation(): () => Situation {
  const space = useSpace();
  const [, go] = useLocation();
  const { openId, open } = useOpenTask();
  return useMemo(
    () => () => {
      const { at, selected } = cursor.value;
      const ids = selected.size > 0 ? [...selected] : [at ?? openId];
      const tasks = ids.map((id) => space.store.rows.get(id ?? "")).filter((row): row is Task => row?.kind === "task");
      return { space, tasks, go, open: (task) => open(task.id) };
    },
    [space, go, open, openId],
  );
}

function TaskActivity({ id }: { readonly id: string }) {
  const space = useSpace();
  const version = useSignal(space.cursor);
  const { zone } = useSignal(now);
  return <ActivityTrail task={id} version={version} thisDevice={space.device} zone={zone} />;
}
