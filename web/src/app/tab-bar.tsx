import { Link, useLocation } from "wouter";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-shapes";
import { here } from "./here";
import { overlay } from "./overlay";
import styles from "./tab-bar.module.css";

/** Where one can go on a phone; the rest is behind each title. */
export function TabBar() {
  return (
    <nav className={styles.bar} aria-label="Tabs">
      <Tab href="/inbox" icon="inbox" name="Inbox" />
      <Tab href="/today" icon="today" name="Today" />
      <button
        type="button"
        className={styles.tab}
        aria-label="Add a task"
        onClick={() => {
          overlay.value = { name: "add", place: here.value };
        }}
      >
        <span className={styles.plus}>
          <Icon name="plus" size={22} />
        </span>
      </button>
      <Tab href="/upcoming" icon="upcoming" name="Upcoming" />
      <Tab href="/search" icon="search" name="Search" />
    </nav>
  );
}

function Tab({ href, icon, name }: { readonly href: string; readonly icon: IconName; readonly name: string }) {
  const [path] = useLocation();
  return (
    <Link href={href} className={styles.tab} aria-current={path === href ? "page" : undefined}>
      <Icon name={icon} size={22} />
      {name}
    </Link>
  );
}
