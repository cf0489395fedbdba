import { useEffect } from "react";
import { useCount } from "../tasks/space-context";

const COUNT = /^\(\d+\)(?: |$)/;

/** Keep how many notices are unread before the name of the window, whatever name it is given. */
export function useUnreadTitle(): void {
  const unread = useCount("waiting", "notice");
  useEffect(() => {
    const write = () => {
      const name = document.title.replace(COUNT, "");
      const title = unread > 0 ? `(${unread}) ${name}` : name;
      if (title !== document.title) document.title = title;
    };
    write();
    const watching = new MutationObserver(write);
    watching.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watching.disconnect();
      document.title = document.title.replace(COUNT, "");
    };
  }, [unread]);
}
