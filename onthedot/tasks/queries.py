"""Reading tasks, projects and tags, and the one door to what a person may see of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, cast
from uuid import UUID

import orjson
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from onthedot.changes.rows import Row
from onthedot.database import Transaction
from onthedot.errors import NotFound
from onthedot.tasks.places import Place, cursor_of, place_of

if TYPE_CHECKING:
    import asyncpg

MOST_ITEMS = 200


def _printable(value: str) -> str:
    if not value.isprintable():
        raise ValueError("must be free of control characters")
    return value


class Filter(BaseModel):
    """Which tasks, in which order; `due_after` and `due_before` are days or wall times, both inclusive."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal["open", "done", "all"] = "open"
    project: UUID | Literal["inbox"] | None = None
    tag: Annotated[str, Field(max_length=100), AfterValidator(_printable)] | None = None
    priority: Annotated[int, Field(ge=1, le=4)] | None = None
    due_after: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$")] | None = None
    due_before: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$")] | None = None
    sort: Literal["due", "priority", "title", "created", "rank"] = "rank"
    limit: Annotated[int, Field(ge=1, le=MOST_ITEMS)] = 50
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of documents, and the cursor of the next one if there is one."""

    items: list[dict[str, object]]
    next: str | None


async def find_row(tx: Transaction, kind: str, id: UUID) -> Row:
    """Return the row, alive or in the Trash.

    Raises:
        NotFound: there is none, or it is another person's.
    """
    body = await tx.fetch_value(ONE, tx.actor.space, id, kind)
    if body is None:
        raise NotFound(f"There is no such {kind}.", field="id")
    return Row.from_json(body)


async def list_tasks(tx: Transaction, wanted: Filter) -> Listed:
    """Return a page of the tasks that the filter wants.

    Raises:
        Invalid: the cursor is from elsewhere.
    """
    after = _after(wanted.cursor, wanted.sort)
    found = await tx.fetch(
        LIST.format(key=KEYS[wanted.sort]),
        tx.actor.space,
        wanted.status,
        None if wanted.project is None else str(wanted.project),
        wanted.tag,
        wanted.priority,
        wanted.due_after,
        wanted.due_before,
        wanted.limit + 1,
        *after,
    )
    page = [Row.to_show(record["body"]) for record in found[: wanted.limit]]
    names = await tag_names(tx, page)
    return Listed([task_document(row, names) for row in page], _next(found, wanted.sort, wanted.limit))


async def list_rows(tx: Transaction, kind: str, *, cursor: str | None, limit: int) -> Listed:
    """Return a page of the projects or tags, by their order, then by age.

    Raises:
        Invalid: the cursor is from elsewhere.
    """
    after = _after(cursor, "rank")
    found = await tx.fetch(LIST_KIND.format(key=KEYS["rank"]), tx.actor.space, kind, limit + 1, *after)
    rows = [Row.to_show(record["body"]) for record in found[:limit]]
    return Listed([document(row) for row in rows], _next(found, "rank", limit))


async def tag_names(tx: Transaction, rows: Sequence[Row]) -> Mapping[str, str]:
    """Return the names of all tags that the tasks have, by id."""
    ids = {name[4:] for row in rows for name in row.values if name.startswith("tag:")}
    if not ids:
        return {}
    found = await tx.fetch(NAMES, tx.actor.space, list(ids))
    return {str(record["id"]): record["name"] for record in found}


async def tags_by_name(tx: Transaction, names: Sequence[str]) -> Mapping[str, str]:
    """Return the ids of the tags with these names, by the name as it is compared."""
    found = await tx.fetch(ALL_TAGS, tx.actor.space) if names else []
    wanted = set(map(compared, names))
    return {compared(record["name"]): str(record["id"]) for record in found if compared(record["name"]) in wanted}


def compared(name: str) -> str:
    """Return what two names of a tag have in common that a person would call the same."""
    return name.strip().casefold()


def elements(row: Row, prefix: str) -> list[str]:
    """Return the ids of the elements that a row has of one list."""
    return [name.partition(":")[2] for name in row.values if name.startswith(f"{prefix}:")]


def document(row: Row) -> dict[str, object]:
    """Return the row as REST shows it."""
    return {"id": row.id, **row.values, "version": row.version}


def task_document(row: Row, names: Mapping[str, str]) -> dict[str, object]:
    """Return the task as REST shows it: tags by name, reminders as a list, nothing left out."""
    tags, reminders = list[str](), list[dict[str, object]]()
    shown: dict[str, object] = {"id": row.id, **EMPTY}
    for name, value in row.values.items():
        prefix, element, id = name.partition(":")
        if not element:
            shown[name] = value
        elif prefix == "reminder":
            reminders.append({"id": id, **_mapping(value)})
        elif id in names:
            tags.append(names[id])
    return shown | {"tags": sorted(tags), "reminders": reminders, "version": row.version}


def as_json(listed: Listed) -> bytes:
    """Return the page as JSON."""
    return orjson.dumps({"items": listed.items, "next": listed.next})


def _mapping(value: object) -> Mapping[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _after(cursor: str | None, sort: str) -> tuple[str | None, UUID | None]:
    """Return the value and the id after which the page begins; without a cursor, at the start."""
    if cursor is None:
        return None, None
    place = place_of(cursor, sort=sort)
    return place.value, place.id


def _next(found: Sequence[asyncpg.Record], sort: str, limit: int) -> str | None:
    """Return the cursor of the next page; one item more than the page was looked for."""
    if len(found) <= limit:
        return None
    last = found[limit - 1]
    return cursor_of(Place(sort, last["key"], last["id"]))


EMPTY: Mapping[str, object] = dict.fromkeys(
    ("notes", "project", "parent", "priority", "due", "rank", "completed_at", "deleted_at")
)

KEYS = {
    "due": "coalesce(values -> 'due' ->> 'at', values -> 'due' ->> 'date')",
    "priority": "(values ->> 'priority')",
    "title": "lower(values ->> 'title')",
    "created": "null::text",
    "rank": "(values ->> 'rank') collate \"C\"",
}
"""What tasks are sorted by, as text; those without come last, and the same are sorted by age."""

ONE = "select body from entity where space = $1 and id = $2 and kind = $3"

LIST = """
select body, id, {key} as key from entity
where space = $1 and kind = 'task' and life % 2 = 1
    and ($2 = 'all' or (values ? 'completed_at') = ($2 = 'done'))
    and ($3::text is null or values ->> 'project' = $3 or ($3 = 'inbox' and not values ? 'project'))
    and ($4::text is null or exists (
        select from entity tag where tag.space = $1 and tag.kind = 'tag' and tag.life % 2 = 1
            and lower(tag.values ->> 'name') = lower($4) and entity.values ? ('tag:' || tag.id)))
    and ($5::int is null or (values ->> 'priority')::int = $5)
    and ($6::text is null or coalesce(values -> 'due' ->> 'at', values -> 'due' ->> 'date') >= $6)
    and ($7::text is null or left(coalesce(values -> 'due' ->> 'at', values -> 'due' ->> 'date'), length($7)) <= $7)
    and ($10::uuid is null
        or ({key} is null, coalesce({key}, ''), id) > ($9::text is null, coalesce($9::text, ''), $10))
order by {key} is null, coalesce({key}, ''), id limit $8
"""

LIST_KIND = """
select body, id, {key} as key from entity
where space = $1 and kind = $2 and life % 2 = 1
    and ($5::uuid is null
        or ({key} is null, coalesce({key}, ''), id) > ($4::text is null, coalesce($4::text, ''), $5))
order by {key} is null, coalesce({key}, ''), id limit $3
"""

NAMES = """
select id, values ->> 'name' as name from entity
where space = $1 and id = any($2::uuid[]) and kind = 'tag' and life % 2 = 1
"""

# Which names are the same is decided in one place, and PostgreSQL folds case otherwise ("Straße", "STRASSE").
ALL_TAGS = """
select id, values ->> 'name' as name from entity where space = $1 and kind = 'tag' and life % 2 = 1 order by id desc
"""
