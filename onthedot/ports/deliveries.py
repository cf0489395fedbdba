"""One batch of deliveries: in order, each once, in a savepoint of its own as the person whose space it is."""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onthedot.database import Actor, Transaction, utc_now
from onthedot.events import Catalog, Envelope, Handler, Subscription, UnknownVersion
from onthedot.ids import PersonId, SpaceId, new_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    import asyncpg

log = logging.getLogger(__name__)

BATCH = 100
WRITING_BATCH = 20
"""Smaller: the spaces are locked as long as it takes, and their people may want to write."""

MOST_TRIES = 8
BASE_SECONDS = 0.5
CAP_SECONDS = 60.0
HANDLER_TIMEOUT_SECONDS = 10
"""Less than PostgreSQL lets a transaction idle, so that a handler that hangs fails alone."""

REASON_LENGTH = 500

# Only the transaction itself may hold the lock: held on another connection that is cut, order would break.
CLAIM = "select pg_try_advisory_xact_lock(hashtext($1), $2)"

# A crash then brings some of them again, which is harmless, and nobody waits for the disk.
CLAIM_WITHOUT_FLUSH = (
    "select pg_try_advisory_xact_lock(hashtext($1), $2), set_config('synchronous_commit', 'off', true)"
)

# The first entry of a space that waits for its next try holds back the ordered ones behind it.
DUE = """
with held as materialized (
    select space, min(position) as position from delivery
    where consumer = $1 and partition = $2 and ordered and next_at > statement_timestamp()
    group by space
)
select delivery.position, delivery.space, delivery.event, delivery.ordered, delivery.tries,
       event.type, event.version, event.sequence, event.entity, event.at, event.data, space.owner
from delivery
left join held on held.space = delivery.space and held.position < delivery.position and delivery.ordered
left join event on event.space = delivery.space and event.id = delivery.event
left join space on space.id = delivery.space
where consumer = $1 and partition = $2 and next_at <= statement_timestamp() and held.space is null
order by delivery.position
limit $3
"""

# All in one statement and in one order: two workers, or a worker and a writer, cannot wait for each other.
LOCK_SPACES = "select from space where id = any($1::uuid[]) order by id for no key update"
REMEMBER_AND_BECOME = """
with remembered as (insert into handled (consumer, event) values ($1, $2) on conflict do nothing returning true)
select set_config('onthedot.person', $3, true), set_config('role', 'onthedot_app', true) from remembered
"""
RETURN = "select set_config('role', 'onthedot_worker', true)"
DONE = "delete from delivery where consumer = $1 and partition = $2 and position = any($3::bigint[])"
POSTPONE = """
update delivery set tries = $4, next_at = clock_timestamp() + make_interval(secs => $5), reason = $6
where consumer = $1 and partition = $2 and position = $3
"""
BURY = """
insert into dead_letter (id, consumer, space, event, type, reason, tries) values ($1, $2, $3, $4, $5, $6, $7)
"""


def full_jitter(tries: int) -> float:
    """Return seconds to wait after so many tries: at random up to a bound that doubles, at most a minute."""
    bound = min(CAP_SECONDS, BASE_SECONDS * 2.0 ** (tries - 1))
    return random.uniform(0, bound)  # noqa: S311 - it spreads load and guards nothing


@dataclass(slots=True)
class Batch:
    """What one transaction deals with; `after_commit` is what its handlers want done then."""

    connection: asyncpg.Connection[asyncpg.Record]
    owed: Mapping[str, tuple[str, ...]]
    catalog: Catalog
    subscription: Subscription
    backoff_seconds: Callable[[int], float] = full_jitter
    handler_timeout_seconds: float = HANDLER_TIMEOUT_SECONDS
    after_commit: list[Callable[[], None]] = field(default_factory=list["Callable[[], None]"])
    _done: list[int] = field(default_factory=list[int])
    _held: set[UUID] = field(default_factory=set["UUID"])

    async def serve(self, partition: int) -> int:
        """Serve what is due in the partition unless another worker does; return how many deliveries that were."""
        consumer = self.subscription.consumer
        writes = self.subscription.writes
        if not await self.connection.fetchval(CLAIM if writes else CLAIM_WITHOUT_FLUSH, consumer, partition):
            return 0
        due = await self.connection.fetch(DUE, consumer, partition, WRITING_BATCH if writes else BATCH)
        if due and writes:
            await self.connection.execute(LOCK_SPACES, _spaces(due))
        for row in due:
            if not (row["ordered"] and row["space"] in self._held):
                await self._deliver(partition, row)
        await self.connection.execute(DONE, consumer, partition, self._done)
        return len(due)

    async def _deliver(self, partition: int, row: asyncpg.Record) -> None:
        """Hand one delivery to the handler, and note how it ended."""
        try:
            if row["data"] is None or row["owner"] is None:
                pass  # the account is gone, and all of it
            elif self.subscription.writes:
                await self._handle_once(row)
            else:
                await self._handle(self._transaction(row), self._envelope(row))
        except UnknownVersion as unknown:
            log.warning("event unknown", extra={"consumer": self.subscription.consumer, "reason": str(unknown)})
            await self._bury(row, row["tries"], str(unknown))
        except Exception as failure:  # whatever a handler raises holds up its own space alone
            if self.connection.is_closed():
                raise  # the whole batch is undone: nothing is known of this delivery
            await self._postpone(partition, row, failure)
            return
        self._done.append(row["position"])

    async def _handle_once(self, row: asyncpg.Record) -> None:
        """Call the handler in a savepoint, unless it dealt with the event before."""
        envelope = self._envelope(row)
        async with self.connection.transaction():
            noted = (self.subscription.consumer, row["event"], str(row["owner"]))
            if await self.connection.fetchval(REMEMBER_AND_BECOME, *noted):
                tx = self._transaction(row)
                await self._handle(tx, envelope)
                await tx.write_events()
                await self.connection.execute(RETURN)

    async def _handle(self, tx: Transaction, envelope: Envelope) -> None:
        handler: Handler = self.subscription.handlers[type(envelope.data)]
        async with asyncio.timeout(self.handler_timeout_seconds):
            await handler(tx, envelope)
        self.after_commit += tx.after_commit

    def _transaction(self, row: asyncpg.Record) -> Transaction:
        """Return a transaction as the server acting for the owner of the space."""
        consumer = self.subscription.consumer
        actor = Actor(PersonId(row["owner"]), SpaceId(row["space"]), "server", consumer, client=f"srv:{consumer}")
        return Transaction(self.connection, actor, utc_now(), self.owed)

    def _envelope(self, row: asyncpg.Record) -> Envelope:
        event = self.catalog.read(row["type"], row["version"], row["data"])
        return Envelope(
            id=row["event"],
            space=row["space"],
            type=row["type"],
            version=event.version,
            sequence=row["sequence"],
            entity=row["entity"],
            at=row["at"],
            data=event,
            text=row["data"],
        )

    async def _postpone(self, partition: int, row: asyncpg.Record, failure: Exception) -> None:
        """Let it be tried again later, holding back what is behind it; after the last try it is a dead letter."""
        tries, reason = row["tries"] + 1, f"{type(failure).__name__}: {failure}"[:REASON_LENGTH]
        noted = {"consumer": self.subscription.consumer, "event": str(row["event"]), "tries": tries}
        if tries >= MOST_TRIES:
            log.error("delivery given up", exc_info=failure, extra=noted)
            await self._bury(row, tries, reason)
            self._done.append(row["position"])
            return
        log.warning("delivery failed", exc_info=failure, extra=noted)
        if row["ordered"]:
            self._held.add(row["space"])
        wait_seconds = self.backoff_seconds(tries)
        consumer = self.subscription.consumer
        await self.connection.execute(POSTPONE, consumer, partition, row["position"], tries, wait_seconds, reason)

    async def _bury(self, row: asyncpg.Record, tries: int, reason: str) -> None:
        consumer, kept = self.subscription.consumer, reason[:REASON_LENGTH]
        await self.connection.execute(BURY, new_id(), consumer, row["space"], row["event"], row["type"], kept, tries)


def _spaces(rows: Sequence[asyncpg.Record]) -> list[UUID]:
    return list({row["space"] for row in rows})
