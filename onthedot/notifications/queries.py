"""Reading notices."""

from __future__ import annotations

from uuid import UUID

from onthedot.changes.rows import Row
from onthedot.database import Transaction
from onthedot.errors import Invalid
from onthedot.tasks.queries import Listed, document


async def list_notices(tx: Transaction, *, before: UUID | None, limit: int) -> Listed:
    """Return a page of the notices, the latest first; `before` is the last one of the page before.

    Raises:
        Invalid: the cursor is no notice of the person's.
    """
    if before is not None and not await tx.fetch_value(IS_ONE, tx.actor.space, before):
        raise Invalid("This is no cursor of ours: leave it out to start.", field="cursor")
    found = await tx.fetch(LIST, tx.actor.space, before, limit + 1)
    rows = [Row.from_json(record["body"]) for record in found[:limit]]
    return Listed([document(row) for row in rows], rows[-1].id if len(found) > limit else None)


IS_ONE = "select true from entity where space = $1 and id = $2 and kind = 'notice'"

# Their ids are derived and say nothing of their age.
LIST = """
select body from entity
where space = $1 and kind = 'notice' and life % 2 = 1 and ($2::uuid is null or (values ->> 'created_at', id) < (
    select values ->> 'created_at', id from entity where space = $1 and id = $2 and kind = 'notice'))
order by values ->> 'created_at' desc, id desc limit $3
"""
