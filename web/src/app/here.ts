import { useEffect } from "react";
import { Signal } from "../signal";
import type { Place } from "../tasks/new-rows";

/** Where a task belongs that is added while this view is on the screen. */
export const here = new Signal<Place>({});

/** Let what is added while this is drawn belong there. */
export function useHere(place: Place): void {
  useEffect(() => {
    here.value = place;
    return () => {
      here.value = {};
    };
  }, [place]);
}
