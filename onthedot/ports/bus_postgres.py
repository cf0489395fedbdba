"""The bus on PostgreSQL: deliveries are rows, and workers serve them in the order of each space.

Any number of workers share by partitions. A commit in this process wakes them at once; a look each second is the net
for what others committed, for tries that are due again, and for a wake-up that was lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING

from onthedot.database import AWAY
from onthedot.errors import Unavailable
from onthedot.ports.deliveries import Batch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from onthedot.database import Database
    from onthedot.events import Catalog, Subscription

log = logging.getLogger(__name__)

NET_SECONDS = 1.0
PARTITIONS_AT_ONCE = 4
"""Each waits for the database many times: one after the other, the last would wait for all before it."""

OWED = """
select distinct partition from delivery where consumer = $1 and next_at <= statement_timestamp()
"""


class PostgresBus:
    """A worker for the subscriptions."""

    def __init__(self, database: Database, catalog: Catalog, subscriptions: Sequence[Subscription]) -> None:
        self._database = database
        self._catalog = catalog
        self._subscriptions = subscriptions
        self._wakes = [asyncio.Event() for _ in subscriptions]

    def wake(self, *consumers: str) -> None:
        """Look now: something was committed that these consumers will hear, or all of them."""
        for subscription, event in zip(self._subscriptions, self._wakes, strict=True):
            if not consumers or subscription.consumer in consumers:
                event.set()

    async def run(self) -> None:
        """Serve what is owed, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for subscription, wake in zip(self._subscriptions, self._wakes, strict=True):
                group.create_task(self._serve_for_ever(subscription, wake))

    async def serve(self, subscription: Subscription) -> int:
        """Serve a batch of each partition that owes the consumer something; return how many deliveries that were."""
        async with self._database.worker() as connection:
            owed = await connection.fetch(OWED, subscription.consumer)
        room = asyncio.Semaphore(PARTITIONS_AT_ONCE)

        async def served(partition: int) -> int:
            async with room:
                return await self._serve_partition(subscription, partition)

        return await _sum(served(row["partition"]) for row in owed)

    async def _serve_partition(self, subscription: Subscription, partition: int) -> int:
        after_commit: list[Callable[[], None]] = []
        async with self._database.worker() as connection, connection.transaction():
            batch = Batch(connection, self._database.owed, self._catalog, subscription, after_commit=after_commit)
            served = await batch.serve(partition)
        for action in after_commit:
            action()
        if served and subscription.writes:
            self._database.wake()
        return served

    async def _serve_for_ever(self, subscription: Subscription, wake: asyncio.Event) -> None:
        while True:
            wake.clear()
            try:
                served = await self.serve(subscription)
            except (Unavailable, *AWAY) as error:
                noted = {"consumer": subscription.consumer, "reason": type(error).__name__}
                log.warning("a consumer waits for the database", extra=noted)
                served = 0
            if not served:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(NET_SECONDS):
                        await wake.wait()


async def _sum(counts: Iterable[Awaitable[int]]) -> int:
    """Return the sum once all are there; what one raised is raised then."""
    ended = await asyncio.gather(*counts, return_exceptions=True)
    for end in ended:
        if isinstance(end, BaseException):
            raise end
    return sum(end for end in ended if isinstance(end, int))
