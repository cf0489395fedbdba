"""What the log and the bus let go of with age."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onthedot.database import Database

BATCH = 1000


async def scrub_events(database: Database) -> None:
    """Take out what events of 90 days ago said; who, what, when and the names of the fields stay.

    What somebody is still owed, or a dead letter that may yet be replayed, stays whole.
    """
    scrubbed = BATCH
    while scrubbed == BATCH:
        async with database.worker() as connection:
            scrubbed = await connection.fetchval(SCRUB, BATCH)


async def forget_handled(database: Database) -> None:
    """Forget what was handled 14 days ago: nobody sends it again."""
    async with database.worker() as connection:
        await connection.execute("delete from handled where at < now() - interval '14 days'")


SCRUB = """
with old as (
    select space, id from event
    where not scrubbed and at < now() - interval '90 days'
        and not exists (select from delivery where delivery.space = event.space and delivery.event = event.id)
        and not exists (
            select from dead_letter
            where dead_letter.space = event.space and dead_letter.event = event.id and replayed_at is null
        )
    order by at limit $1
), done as (
    update event set scrubbed = true, data = coalesce(
        (select json_build_object('changed', data::json -> 'changed') where data::json -> 'changed' is not null), '{}'
    )::text
    from old where event.space = old.space and event.id = old.id
    returning true
)
select count(*) from done
"""
