import { createContext, useContext, useSyncExternalStore } from "react";
import type { Id, Row } from "../changes/rows";
import type { Space } from "../sync/space";
import type { Query } from "./rules";
import type { Tally, Views } from "./view";

interface Open {
  readonly space: Space;
  readonly views: Views;
}

/** The person's data, for all that is drawn within. */
export const SpaceContext = createContext<Open | undefined>(undefined);

/** Return the person's data: to change it. */
export function useSpace(): Space {
  return useOpen().space;
}

/** Return the rows that the query names, and draw again when they change. */
export function useRows<R extends Row>(query: Query<R>): readonly R[] {
  const view = useOpen().views.view(query);
  return useSyncExternalStore(view.listen, view.items);
}

/** Return the row, and draw again when it changes; undefined where there is none. */
export function useRow(id: Id | undefined): Row | undefined {
  const { store } = useOpen().space;
  return useSyncExternalStore(store.listen, () => (id === undefined ? undefined : store.rows.get(id)));
}

/** Return how many there are under the name, and draw again when that changes. */
export function useCount(tally: Parameters<Views["tally"]>[0], name: string): number {
  const counted: Tally = useOpen().views.tally(tally);
  return useSyncExternalStore(counted.listen, () => counted.count(name));
}

function useOpen(): Open {
  const open = useContext(SpaceContext);
  if (!open) throw new Error("There is no space here.");
  return open;
}
