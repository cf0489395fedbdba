"""What REST does to tasks: it names the change, and the write path makes it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from uuid import UUID

from onthedot.changes.apply import apply_one, lock_space
from onthedot.changes.mutation import Op
from onthedot.changes.rows import Row
from onthedot.database import Transaction
from onthedot.errors import Conflict, Invalid, NotFound, PreconditionFailed
from onthedot.ids import derived_id, new_id
from onthedot.tasks.kinds import MOST_TAGS
from onthedot.tasks.queries import compared, elements, find_row, tags_by_name
from onthedot.tasks.schema import NamedChange, NamedInput, TaskChange, TaskInput

IN_REST = {"tag": "tags", "reminder": "reminders", "entity": "id"}


async def create_row(tx: Transaction, kind: str, fields: TaskInput | NamedInput, *, key: str | None = None) -> Row:
    """Make a task, project or tag; the same idempotency key makes the same one.

    Raises:
        Invalid: a field does not fit.
        NotFound: it names a project, task or parent that is not there.
        Conflict: the id is taken, or what the key made is in the Trash.
    """
    id = fields.id or (derived_id("key", tx.actor.space, kind, key) if key else new_id())
    named = key is not None or fields.id is not None
    if named or (isinstance(fields, TaskInput) and fields.tags):
        # What is looked for now must not be made by somebody else before this is.
        await lock_space(tx)
    present = await _present(tx, kind, id) if named else None
    if present is not None:
        return _made_before(present, key)
    values = {name: value for name, value in (await _values(tx, fields, None)).items() if value is not None}
    fresh = not fields.model_fields_set & {"project", "parent"}
    with _named_as_in_rest():
        _, row = await apply_one(
            tx, "create", kind=kind, entity=id, set=values, fresh=fresh and fields.id is None and key is None
        )
    if row is None:
        raise Invalid(f"The {kind} was not made.")
    return row


def _made_before(present: Row, key: str | None) -> Row:
    """Return what the same key made before.

    Raises:
        Conflict: there was no key, or it is in the Trash since.
    """
    if key is None:
        raise Conflict(f"A {present.kind} with this id exists: change it by PATCH.", field="id")
    if not present.alive:
        raise Conflict(
            f"The {present.kind} of this key is in the Trash: restore it, or take another key.", field="idempotency-key"
        )
    return present


async def change_row(
    tx: Transaction, kind: str, id: UUID, *, fields: TaskChange | NamedChange, expected: int | None = None
) -> Row:
    """Change what the fields name, upon the version that they name; `expected` is the one that it must still have.

    Raises:
        NotFound: it is not there, or in the Trash.
        Invalid: a field does not fit, or the version was never there.
        PreconditionFailed: it is of another version than expected.
    """
    row = await _locked_row(tx, kind, id, expected=expected)
    if not row.alive:
        raise NotFound(f"This {kind} is in the Trash: restore it first.", field="id")
    if fields.id not in {None, id}:
        raise Invalid("An id never changes: leave it out.", field="id")
    if fields.version is not None and fields.version > row.version:
        raise Invalid(f"version: it is at version {row.version} now.", field="version")
    values = await _values(tx, fields, row, seen=fields.version)
    with _named_as_in_rest():
        await apply_one(tx, "update", kind=kind, entity=id, set=values, seen=fields.version)
    changed = await find_row(tx, kind, id)
    if changed.values.get("parent") != values.get("parent", changed.values.get("parent")):
        raise Invalid("A task cannot hang on itself, nor on what hangs on it.", field="parent")
    return changed


async def act_on_row(tx: Transaction, op: Op, *, kind: str, id: UUID, expected: int | None = None) -> Row:
    """Delete, restore, complete or reopen; harmless twice. `expected` is the version that it must still have.

    Raises:
        NotFound: it is not there.
        PreconditionFailed: it is of another version than expected.
    """
    await _locked_row(tx, kind, id, expected=expected)
    await apply_one(tx, op, kind=kind, entity=id)
    return await find_row(tx, kind, id)


async def _locked_row(tx: Transaction, kind: str, id: UUID, *, expected: int | None) -> Row:
    """Return the row, which nobody else changes until the end of the transaction."""
    await lock_space(tx)
    row = await find_row(tx, kind, id)
    if expected is not None and expected != row.version:
        raise PreconditionFailed(f"It is at version {row.version} now: read it again.", field="if-match")
    return row


@contextmanager
def _named_as_in_rest() -> Generator[None]:
    """Turn a refusal of an element, or of the row itself, into one that names the field of the request."""
    try:
        yield
    except Invalid as invalid:
        prefix = (invalid.field or "").partition(":")[0]
        raise Invalid(invalid.detail, field=IN_REST.get(prefix, invalid.field)) from None


async def _present(tx: Transaction, kind: str, id: UUID) -> Row | None:
    try:
        return await find_row(tx, kind, id)
    except NotFound:
        return None


async def _values(
    tx: Transaction, fields: TaskInput | NamedInput, row: Row | None, *, seen: int | None = None
) -> dict[str, object]:
    """Return the input as fields and elements of a row."""
    given = fields.model_fields_set - {"id", "tags", "reminders", "version"}
    values: dict[str, object] = {}
    for name in sorted(given):
        value = getattr(fields, name)
        values[name] = str(value) if isinstance(value, UUID) else value
    if isinstance(fields, TaskInput):
        await _check_references(tx, fields)
        if fields.tags is not None:
            values |= await _tags(tx, fields.tags, _elements_seen(row, "tag", seen))
        if fields.reminders is not None:
            values |= _reminders(fields.reminders, _elements_seen(row, "reminder", seen))
    return values if row is None else {name: value for name, value in values.items() if _is_news(row, name, value)}


def _is_news(row: Row, name: str, value: object) -> bool:
    """Tell whether it changes the row: who sends a list again did not write the elements that were there."""
    return ":" not in name or row.values.get(name) != value


async def _check_references(tx: Transaction, fields: TaskInput) -> None:
    for kind, name, id in (("project", "project", fields.project), ("task", "parent", fields.parent)):
        if id is not None:
            row = await _present(tx, kind, id)
            if row is None or not row.alive:
                raise NotFound(f"There is no such {kind}.", field=name)


def _elements_seen(row: Row | None, prefix: str, seen: int | None) -> list[str]:
    """Return the ids of the elements that a list without them leaves out: not those that its author cannot know."""
    if row is None:
        return []
    there = elements(row, prefix)
    return there if seen is None else [id for id in there if row.stamps[f"{prefix}:{id}"].version <= seen]


async def _tags(tx: Transaction, names: Sequence[str], present: Sequence[str]) -> dict[str, object]:
    """Return the elements that leave the task with just these tags; those that do not exist are made."""
    if len(names) > MOST_TAGS:
        raise Invalid(f"tags may be {MOST_TAGS} at most", field="tags")
    known = dict(await tags_by_name(tx, names))
    for name in names:
        if compared(name) not in known:
            known[compared(name)] = (await _make_tag(tx, name)).id
    wanted = {known[compared(name)] for name in names}
    gone: dict[str, object] = {f"tag:{id}": None for id in present if id not in wanted}
    return gone | dict.fromkeys((f"tag:{id}" for id in sorted(wanted)), True)


async def _make_tag(tx: Transaction, name: str) -> Row:
    try:
        return await create_row(tx, "tag", NamedInput(name=name))
    except Invalid as invalid:
        raise Invalid(f"tags: a {invalid.detail}", field="tags") from None


def _reminders(given: Sequence[dict[str, object]], present: Sequence[str]) -> dict[str, object]:
    """Return the elements that leave the task with just these reminders."""
    wanted = {f"reminder:{_reminder_id(reminder)}": _without_id(reminder) for reminder in given}
    gone: dict[str, object] = {f"reminder:{id}": None for id in present}
    return gone | wanted


def _reminder_id(reminder: dict[str, object]) -> UUID:
    given = reminder.get("id")
    try:
        return new_id() if given is None else UUID(str(given))
    except ValueError:
        raise Invalid("reminders: an id is a uuid; leave it out for a new one.", field="reminders") from None


def _without_id(reminder: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in reminder.items() if name != "id"}
