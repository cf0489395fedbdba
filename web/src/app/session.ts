import type { Account } from "../accounts/account";
import { kept } from "./kept";

/** Who was here last on this device; their own copy is shown before the server is asked. */
export const account = kept<Account | null>("account", null);
