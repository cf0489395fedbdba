import { expect, test } from "vitest";
import { LiveList } from "../../changes/live-list";
import type { Task } from "../../changes/rows";
import type { Due } from "../quick-add/parsed";
import { dueUntil } from "../rules";
import { todayEntries } from "./today-entries";

const NOW = { day: 20781, minute: 11 * 60, zone: "Europe/Berlin" };
const CLOSED = { isOpen: false, onToggle: () => {} };

function task(title: string, due: Due, rank?: string): Task {
  const kept = { life: 1, version: 1, seen: {}, created_at: "", updated_at: "", tags: [], reminders: [] };
  return { kind: "task", id: title, title, due, ...(rank !== undefined && { rank }), ...kept };
}

function at(hour: string): Due {
  return { at: `2026-11-24T${hour}` };
}

function titles(tasks: readonly Task[]): string[] {
  const { items } = new LiveList(dueUntil(NOW.day, NOW.zone), tasks);
  return todayEntries(items, NOW, CLOSED).map((entry) => (entry.kind === "task" ? entry.task.title : entry.kind));
}

test("The evening goes by the hour and then by hand, as the day above it does", () => {
  const tasks = [
    task("late", at("21:00"), "1"),
    task("second at eight", at("20:00"), "b"),
    task("some time", { date: "2026-11-24" }, "1"),
    task("noon", at("12:00"), "9"),
    task("elsewhere", { at: "2026-11-24T18:30", zone: "Europe/London" }),
    task("first at eight", at("20:00"), "a"),
    task("six", at("18:00")),
  ];
  const sorted = ["noon", "some time", "evening", "six", "elsewhere", "first at eight", "second at eight", "late"];
  expect(titles(tasks)).toEqual(sorted);
  expect(titles(tasks.toReversed())).toEqual(sorted);
});

test("What is overdue is one closed line, and the present moment lies before what comes next", () => {
  const tasks = [task("old", { date: "2026-11-20" }), task("ten", at("10:00")), task("noon", at("12:00"))];
  const { items } = new LiveList(dueUntil(NOW.day, NOW.zone), tasks);
  const [fold, ten, noon] = todayEntries(items, NOW, CLOSED);
  expect(fold).toMatchObject({ kind: "fold", fold: { count: 1, preview: "old" } });
  expect(ten).not.toHaveProperty("isAfterNow");
  expect(noon).toMatchObject({ isAfterNow: true });
});
