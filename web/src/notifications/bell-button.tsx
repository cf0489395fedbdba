import { useLocation } from "wouter";
import { useCount } from "../tasks/space-context";
import { IconButton } from "../ui/icon-button";

/** The bell, with a badge while something is unread. */
export function BellButton() {
  const [, go] = useLocation();
  const unread = useCount("waiting", "notice");
  return (
    <IconButton
      icon="bell"
      label={unread > 0 ? `Notices, ${unread} unread` : "Notices"}
      shortcut="G N"
      badge={unread > 0}
      onClick={() => go("/notices")}
    />
  );
}
