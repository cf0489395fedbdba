import { useCount } from "../tasks/space-context";

/** What the window is called: how much is unread, the view, and who we are. */
export function PageTitle({ name }: { readonly name: string }) {
  const unread = useCount("waiting", "notice");
  return <title>{`${unread > 0 ? `(${unread}) ` : ""}${name} · Onthedot`}</title>;
}
