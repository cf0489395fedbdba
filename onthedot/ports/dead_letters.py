"""Dead letters: what a consumer was given up on, kept with its reason until somebody replays it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from onthedot.database import Database


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One event that one consumer could not deal with."""

    id: UUID
    consumer: str
    space: UUID
    event: UUID
    type: str
    reason: str
    tries: int
    died_at: datetime
    replayed_at: datetime | None


LIST = """
select id, consumer, space, event, type, reason, tries, died_at, replayed_at from dead_letter order by died_at, id
"""

# It comes late in any case, so it is owed without an order: it waits for nothing, and nothing waits for it.
REPLAY = """
with replayed as (
    update dead_letter set replayed_at = now()
    where replayed_at is null and ($1::uuid is null or id = $1)
    returning consumer, space, event, died_at
)
insert into delivery (consumer, partition, space, event, ordered)
select consumer, partition_of(space), space, event, false
from replayed order by died_at
returning true
"""


async def dead_letters(database: Database) -> list[DeadLetter]:
    """Return all dead letters, the oldest first."""
    async with database.worker() as connection:
        return [DeadLetter(**row) for row in await connection.fetch(LIST)]


async def replay(database: Database, id: UUID | None = None) -> int:
    """Owe the dead letter to its consumer again, or all of them; one that was replayed already stays as it is.

    Returns how many were replayed. A consumer that dealt with the event meanwhile does not hear it twice.
    """
    async with database.worker() as connection:
        replayed = await connection.fetch(REPLAY, id)
    database.wake()
    return len(replayed)
