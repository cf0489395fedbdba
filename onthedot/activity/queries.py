"""Reading the log as a person would."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson

from onthedot.database import Transaction
from onthedot.errors import Invalid


async def list_activity(tx: Transaction, *, task: UUID | None, before: UUID | None, limit: int) -> list[dict[str, Any]]:
    """Return what happened, the latest first; of one task or of all.

    Raises:
        Invalid: the cursor is no entry of the person's.
    """
    until = None if before is None else await tx.fetch_value(PLACE, tx.actor.space, before)
    if before is not None and until is None:
        raise Invalid("This is no cursor of ours: leave it out to start.", field="cursor")
    found = await tx.fetch(ACTIVITY, tx.actor.space, task, until, limit)
    return [_item(dict(record)) for record in found]


def _item(record: dict[str, Any]) -> dict[str, Any]:
    data = orjson.loads(record["data"])
    kind = record["type"].partition(".")[0]
    row = data.get(kind, {})
    actor_kind, _, name = record["actor"].partition(":")
    return {
        "id": record["id"],
        "type": record["type"],
        "kind": kind,
        "entity": record["entity"],
        "title": row.get("title") or row.get("name"),
        "changed": data.get("changed", []),
        "actor": {"kind": actor_kind, "name": name},
        "client": record["client"],
        "at": record["at"],
    }


PLACE = "select sequence from event where space = $1 and id = $2"

# What has no place in the space's order is no deed of anybody: space.changed, reminder.due. Ids are no order: those of
# one millisecond are in none.
ACTIVITY = """
select id, type, entity, actor, client, at, data from event
where space = $1 and sequence is not null
    and ($2::uuid is null or entity = $2) and ($3::bigint is null or sequence < $3)
order by sequence desc limit $4
"""
