import { useCallback } from "react";
import { type LinkSeen, lookAtLink } from "./account";
import { useAnswer } from "./use-answer";

const UNKNOWN: LinkSeen = { purpose: "way_back", name: null, email: null };

/** Return what the link of a way back in is: undefined until that is known, whom it lets in, or that it does not. */
export function useLink(token: string | undefined): LinkSeen | "spent" | undefined {
  const look = useCallback(async () => (token === undefined ? "spent" : seen(await lookAtLink(token))), [token]);
  const { value, refusal } = useAnswer(look);
  if (refusal?.code === "link_spent") return "spent";
  // Where the server does not say, the link may still do.
  return refusal ? UNKNOWN : value;
}

function seen(link: LinkSeen): LinkSeen | "spent" {
  return link.purpose === "way_back" ? link : "spent";
}
