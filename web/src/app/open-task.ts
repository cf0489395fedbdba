import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import type { Id } from "../changes/rows";

interface OpenTask {
  readonly openId: Id | undefined;
  readonly open: (id: Id) => void;
  readonly close: () => void;
  /** Return the address of this view with that task open. */
  readonly hrefOf: (id: Id) => string;
}

/** Which task is open beside the list: it stands in the address, so that "back" closes it. */
export function useOpenTask(): OpenTask {
  const search = useSearch();
  const [path, go] = useLocation();
  return useMemo(() => {
    const asked = new URLSearchParams(search);
    const hrefOf = (id: Id) => {
      const next = new URLSearchParams(search);
      next.set("task", id);
      return `${path}?${next}`;
    };
    return {
      openId: asked.get("task") ?? undefined,
      open: (id) => go(hrefOf(id), { replace: asked.has("task") }),
      close: () => {
        asked.delete("task");
        go(asked.size > 0 ? `${path}?${asked}` : path, { replace: true });
      },
      hrefOf,
    };
  }, [search, path, go]);
}
