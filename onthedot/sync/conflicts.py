"""What a person decides about an edit that lost: put it back, or let it go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from onthedot.changes.apply import apply_one, lock_space
from onthedot.changes.rows import Row
from onthedot.database import Transaction
from onthedot.errors import Conflict, NotFound
from onthedot.tasks.queries import Listed, document, find_row


async def open_conflicts(tx: Transaction, *, before: int | None, limit: int) -> Listed:
    """Return a page of what is undecided, the latest first."""
    found = await tx.fetch(OPEN, tx.actor.space, before, limit + 1)
    rows = [Row.from_json(record["body"]) for record in found[:limit]]
    return Listed([document(row) for row in rows], str(rows[-1].sequence) if len(found) > limit else None)


async def restore_loser(tx: Transaction, id: UUID) -> Row:
    """Put the value that lost back, as an edit that has seen the present; return the conflict, `restored`.

    A row that was deleted comes back with it. Twice is once.

    Raises:
        NotFound: there is no such conflict.
        Conflict: as things stand it cannot be put back; nothing was changed.
    """
    await lock_space(tx)
    conflict = await find_row(tx, "conflict", id)
    if conflict.values["state"] == "restored":
        return conflict
    await _put_back(tx, conflict.values)
    return await _decide(tx, id, "restored")


async def dismiss(tx: Transaction, id: UUID) -> Row:
    """Let what won stand, and return the conflict; one that is decided stays as it is.

    Raises:
        NotFound: there is no such conflict.
    """
    await lock_space(tx)
    conflict = await find_row(tx, "conflict", id)
    return conflict if conflict.values["state"] != "open" else await _decide(tx, id, "dismissed")


async def _put_back(tx: Transaction, conflict: Mapping[str, object]) -> None:
    kind, name = str(conflict["entity_kind"]), str(conflict["field"])
    value = cast("dict[str, Any]", conflict["loser"])["value"]
    row = await _entity(tx, kind, conflict)
    if not row.alive:
        await apply_one(tx, "restore", kind=kind, entity=row.id)
    if name == "completed_at":
        await apply_one(tx, "reopen" if value is None else "complete", kind=kind, entity=row.id)
        return
    outcome, _ = await apply_one(tx, "update", kind=kind, entity=row.id, set={name: value})
    if outcome.conflicts:
        raise Conflict("What it names is in the Trash, or would hang on itself: see to that first.", field=name)


async def _entity(tx: Transaction, kind: str, conflict: Mapping[str, object]) -> Row:
    try:
        return await find_row(tx, kind, UUID(str(conflict["entity"])))
    except NotFound:
        # Only what does not fit is refused, and time mends none of that: there is nothing to be tried again as it was.
        never = f"The {kind} was refused and never made: copy what you need of it into a new one, then dismiss this."
        gone = f"The {kind} is gone for good, so nothing can be put back: dismiss this."
        raise Conflict(never if conflict["about"] == "refused" else gone) from None


async def _decide(tx: Transaction, id: UUID, state: str) -> Row:
    await apply_one(tx, "update", kind="conflict", entity=id, set={"state": state})
    return await find_row(tx, "conflict", id)


OPEN = """
select body from entity
where space = $1 and kind = 'conflict' and values ->> 'state' = 'open' and ($2::bigint is null or sequence < $2)
order by sequence desc limit $3
"""
