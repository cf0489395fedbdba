"""The exact timer: it sleeps until the next alarm, and turns what is due into events, in one transaction.

Any number of instances run and none leads: an alarm is claimed with its event, so one that dies leaves nothing to
clean up. Only the database's clock decides what is due. Notifications and the watch over this machine's clock merely
make it look again.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import asyncpg

from onthedot.database import AWAY, SERVER_SETTINGS
from onthedot.errors import Unavailable
from onthedot.ports.clocks import MachineClocks, sleep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onthedot.database import Database

log = logging.getLogger(__name__)

CHANNEL = "onthedot_timer"
LONGEST_SLEEP_SECONDS = 60.0
LOCKED_ELSEWHERE_SECONDS = 0.005
PING_SECONDS = 5.0
RETRY_SECONDS = 0.5
BATCH = 2000


class PostgresScheduler:
    """The timer on PostgreSQL; `consumers` hear reminder.due."""

    def __init__(
        self, database: Database, dsn: str, consumers: Sequence[str], *, clocks: MachineClocks | None = None
    ) -> None:
        self._database = database
        self._dsn = dsn
        self._consumers = list(consumers)
        self._clocks = clocks or MachineClocks()
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Fire what is due, until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._listen())
            group.create_task(self._fire_for_ever())

    async def fire(self) -> int:
        """Turn what is due into events, and return how many."""
        async with self._database.worker() as connection:
            fired = await connection.fetchval(FIRE, self._consumers, BATCH)
        if fired:
            self._database.wake(*self._consumers)
        return fired

    async def _fire_for_ever(self) -> None:
        while True:
            self._wake.clear()
            try:
                fired = await self.fire()
                wait = 0.0 if fired == BATCH else await self._until_next()
            except (Unavailable, *AWAY) as error:
                log.warning("the timer waits for the database", extra={"reason": type(error).__name__})
                fired, wait = 0, RETRY_SECONDS
            if wait > 0:
                await sleep(wait, self._wake, self._clocks)
            elif not fired:
                await asyncio.sleep(LOCKED_ELSEWHERE_SECONDS)

    async def _until_next(self) -> float:
        """Return the seconds until the next alarm, at most the longest sleep."""
        async with self._database.worker() as connection:
            wait = await connection.fetchval(UNTIL_NEXT)
        return LONGEST_SLEEP_SECONDS if wait is None else min(float(wait), LONGEST_SLEEP_SECONDS)

    async def _listen(self) -> None:
        """Wake when an alarm is planned soon; whatever happened while the line was down is read after it is up."""
        while True:
            try:
                await self._listen_once()
            except (TimeoutError, *AWAY) as error:
                log.warning("the timer's line to the database is down", extra={"reason": type(error).__name__})
                await asyncio.sleep(RETRY_SECONDS)

    async def _listen_once(self) -> None:
        connection: asyncpg.Connection[asyncpg.Record] = await asyncpg.connect(
            self._dsn, timeout=PING_SECONDS, server_settings=SERVER_SETTINGS
        )
        try:
            await connection.add_listener(CHANNEL, self._heard)
            self._wake.set()
            while True:
                await asyncio.sleep(PING_SECONDS)
                await connection.execute("select 1", timeout=PING_SECONDS)
        finally:
            connection.terminate()

    def _heard(self, *_: Any) -> None:  # noqa: ANN401 - the driver's callback
        self._wake.set()


# What the index serves is `statement_timestamp()`; `clock_timestamp()` would scan.
FIRE = """
with due as (
    select id from alarm where state = 0 and due_at <= statement_timestamp()
    order by due_at limit $2 for update skip locked
), fired as (
    update alarm set state = 1, fired_at = statement_timestamp() from due where alarm.id = due.id
    returning alarm.id, alarm.space, alarm.task, alarm.reminder, alarm.due_at,
        md5(alarm.id::text || ':' || alarm.generation)::uuid as event
), log as (
    insert into event (space, id, type, version, entity, actor, at, data)
    select space, event, 'reminder.due', '1.0', task, 'server:scheduler', statement_timestamp(),
        json_build_object('alarm', id, 'task', task, 'reminder', reminder,
            'due_at', to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
    from fired
), owed as (
    insert into delivery (consumer, partition, space, event, ordered)
    select consumer, partition_of(space), space, event, false
    from fired, unnest($1::text[]) consumer order by due_at
)
select count(*) from fired
"""

UNTIL_NEXT = "select extract(epoch from min(due_at) - clock_timestamp()) from alarm where state = 0"
