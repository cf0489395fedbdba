"""Reading the log as a person would."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson

from onthedot.database import Transaction


async def list_activity(tx: Transaction, *, task: UUID | None, before: UUID | None, limit: int) -> list[dict[str, Any]]:
    """Return what happened, the latest first; of one task or of all."""
    found = await tx.fetch(ACTIVITY, tx.actor.space, task, before, limit)
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


ACTIVITY = """
select id, type, entity, actor, client, at, data from event
where space = $1 and ($2::uuid is null or entity = $2) and ($3::uuid is null or id < $3)
    and type <> 'space.changed' and type <> 'reminder.due'
order by id desc limit $4
"""
