import { Offline, Problem } from "../http";

/** Why something was not done, for a person. */
export interface Refusal {
  /** What code may switch on; `offline` when the server was not reached. */
  readonly code: string;
  readonly words: string;
  /** The input that is meant, if one is. */
  readonly field: string | undefined;
}

/** Return what an error says to a person; throw it on if it is a fault of ours. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Offline) return { code: "offline", words: "The server cannot be reached.", field: undefined };
  if (!(error instanceof Problem)) throw error;
  const wait = error.retryAfterSeconds === undefined ? "" : ` Try again in ${error.retryAfterSeconds} s.`;
  return { code: error.code, words: sentence(error.message) + wait, field: error.field };
}

/** Return the words without the name of the field before them: they stand beside it. */
function sentence(detail: string): string {
  const bare = detail.replace(/^[a-z_.]+: (?:Value error, )?/, "");
  const words = bare.charAt(0).toUpperCase() + bare.slice(1);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
