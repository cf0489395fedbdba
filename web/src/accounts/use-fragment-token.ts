import { useEffect, useState } from "react";

/** Return the token after the `#` of the address, and take it out of the address: it is a secret. */
export function useFragmentToken(): string | undefined {
  const [token] = useState(() => location.hash.slice(1) || undefined);
  useEffect(() => {
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname + location.search);
  }, []);
  return token;
}
