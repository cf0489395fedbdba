import { useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { useHere } from "../../app/here";
import type { Tag } from "../../changes/rows";
import { Button } from "../../ui/button";
import { classes } from "../../ui/classes";
import { EmptyState } from "../../ui/empty-state";
import { MenuButton } from "../../ui/menu-button";
import { taskEntries } from "../list/entries";
import { ListHeader } from "../list/list-header";
import { TaskList } from "../list/task-list";
import { deleteRows } from "../mutations";
import { TAGS, tagged } from "../rules";
import { useRows, useSpace } from "../space-context";
import styles from "./tags-page.module.css";

/** All tags, and the tasks that carry those that are chosen. */
export function TagsPage() {
  const space = useSpace();
  const [, go] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const tags = useRows(TAGS);
  const chosen = asked.getAll("tag").filter((id) => tags.some((tag) => tag.id === id));
  const mode = asked.get("mode") === "any" ? "any" : "all";
  const [only] = chosen;
  useHere(useMemo(() => (only === undefined ? {} : { tag: only }), [only]));
  const show = (ids: readonly string[], next: string) =>
    go(`/tags?${new URLSearchParams([...ids.map((id) => ["tag", id]), ...(next === "any" ? [["mode", "any"]] : [])])}`);
  const toggle = ({ id }: Tag) =>
    show(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id], mode);
  if (tags.length === 0) {
    return (
      <>
        <ListHeader title="Tags" />
        <EmptyState title="No tags yet">Type “@phone” in a new task, and it has one.</EmptyState>
      </>
    );
  }
  return (
    <>
      <ListHeader
        title="Tags"
        tools={
          <>
            {chosen.length > 1 && (
              <Button size="small" kind="quiet" onClick={() => show(chosen, mode === "all" ? "any" : "all")}>
                {mode === "all" ? "All of them" : "Any of them"}
              </Button>
            )}
            {chosen.length > 0 && (
              <MenuButton
                label="More"
                icon="more"
                items={tags
                  .filter((tag) => chosen.includes(tag.id))
                  .map((tag) => ({
                    label: `Delete @${tag.name}`,
                    icon: "trash",
                    danger: true,
                    onSelect: () => deleteRows(space, [tag]),
                  }))}
              />
            )}
          </>
        }
      >
        <div className={styles.cloud}>
          {tags.map((tag) => (
            <button
              type="button"
              key={tag.id}
              className={classes(styles.tag, chosen.includes(tag.id) && styles.chosen)}
              aria-pressed={chosen.includes(tag.id)}
              onClick={() => toggle(tag)}
            >
              @{tag.name}
            </button>
          ))}
        </div>
      </ListHeader>
      {chosen.length === 0 ? (
        <EmptyState title="Choose a tag">Its tasks are listed here; choose more to narrow them down.</EmptyState>
      ) : (
        <TaggedTasks tags={chosen} mode={mode} />
      )}
    </>
  );
}

function TaggedTasks({ tags, mode }: { readonly tags: readonly string[]; readonly mode: "all" | "any" }) {
  const key = tags.join(" ");
  const tasks = useRows(useMemo(() => tagged(key.split(" "), mode), [key, mode]));
  const entries = useMemo(() => taskEntries(tasks), [tasks]);
  if (tasks.length === 0)
    return <EmptyState title="Nothing carries them">All done, or none was ever tagged so.</EmptyState>;
  return <TaskList label="Tagged tasks" entries={entries} column="project and due" />;
}
