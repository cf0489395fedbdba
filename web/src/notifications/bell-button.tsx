import { useCount } from "../tasks/space-context";
import { IconButton } from "../ui/icon-button";

interface BellButtonProps {
  readonly onClick: () => void;
}

/** The bell, with a badge while something is unread. */
export function BellButton({ onClick }: BellButtonProps) {
  const unread = useCount("waiting", "notice");
  return (
    <IconButton
      icon="bell"
      label={unread > 0 ? `Notices, ${unread} unread` : "Notices"}
      shortcut="G N"
      badge={unread > 0}
      onClick={onClick}
    />
  );
}
