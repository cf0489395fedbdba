"""What a space lets go of with age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onthedot.changes.apply import lock_space
from onthedot.database import Actor
from onthedot.errors import NotFound
from onthedot.ids import PersonId, SpaceId

if TYPE_CHECKING:
    from onthedot.database import Database, Transaction


async def purge_spaces(database: Database) -> None:
    """In each space, forget answers to mutations after 90 days, and conflicts that were closed so long ago.

    A device that sends such a mutation again hears that it was applied already.
    """
    async with database.worker() as connection:
        spaces = await connection.fetch("select id from space order by id")
    for space in spaces:
        await _purge(database, SpaceId(space["id"]))


async def _purge(database: Database, space: SpaceId) -> None:
    async with database.worker() as connection:
        owner = await connection.fetchval("select owner from space where id = $1", space)
    if owner is None:
        return
    async with database.transaction(Actor(PersonId(owner), space, "server", "purge", client="srv:purge")) as tx:
        await tx.execute(FORGET_ANSWERS, space)
        await _purge_conflicts(tx, space)


async def _purge_conflicts(tx: Transaction, space: SpaceId) -> None:
    """Delete under the lock of the space, so that no writer brings back what it has read before."""
    if not await tx.fetch_value(f"select exists ({CLOSED})", space):
        return
    try:
        await lock_space(tx)
    except NotFound:  # its person left meanwhile
        return
    await tx.execute(FORGET_CLOSED, space)


FORGET_ANSWERS = "delete from mutation where space = $1 and received_at < now() - interval '90 days'"

CLOSED = """
select id from entity
where space = $1 and kind = 'conflict' and values ->> 'state' <> 'open'
    and (values ->> 'updated_at')::timestamptz < now() - interval '90 days'
"""

FORGET_CLOSED = f"delete from entity where space = $1 and id in ({CLOSED})"  # noqa: S608 - built of constants
