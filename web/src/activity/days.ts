import { dayOf } from "../moments";
import type { ActivityItem } from "./activity";

/** A day and what happened on it. */
export interface Day {
  readonly name: string;
  readonly items: readonly ActivityItem[];
}

/** Return what happened by days, in the order given. */
export function daysOf(items: readonly ActivityItem[], now: Date, zone?: string): readonly Day[] {
  const days: { name: string; items: ActivityItem[] }[] = [];
  for (const item of items) {
    const name = dayOf(new Date(item.at), now, zone);
    const day = days.at(-1);
    if (day?.name === name) day.items.push(item);
    else days.push({ name, items: [item] });
  }
  return days;
}

/** What may be looked for alone. */
export type Filter = "all" | "tasks" | "lists" | "reminders" | "conflicts";

const KINDS: Readonly<Record<Exclude<Filter, "all">, readonly string[]>> = {
  tasks: ["task"],
  lists: ["project", "tag"],
  reminders: ["notice"],
  conflicts: ["conflict"],
};

/** Return what a filter lets through. */
export function filtered(items: readonly ActivityItem[], filter: Filter): readonly ActivityItem[] {
  return filter === "all" ? items : items.filter((item) => KINDS[filter].includes(item.kind));
}
