"""PostgreSQL: one transaction per request, each as the role that may see no more than it needs."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, cast

import asyncpg

from onthedot.errors import CannotStart, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Mapping
    from uuid import UUID

    from onthedot.events import Event
    from onthedot.ids import PersonId, SpaceId

ROLES = ("onthedot_app", "onthedot_worker", "onthedot_door")
SERVER_SETTINGS = {
    "application_name": "onthedot",
    "timezone": "UTC",
    "jit": "off",
    "statement_timeout": "30s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "15s",
    "tcp_keepalives_idle": "10",
}
AWAY = (
    OSError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what the driver makes of a line that is cut while it is still writing
    asyncpg.PostgresConnectionError,
    asyncpg.CannotConnectNowError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.TooManyConnectionsError,
)
"""What tells that PostgreSQL is away or busy: trying again may help."""
UNCHANGED = "The database is away or busy. Nothing was changed; try again."
UNCERTAIN = "The database went away while it saved this. It may have been changed or not: look before you try again."


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person by a session or a token, or the server for a person.

    `client` is what stamps carry when the server writes (`srv:api`); `scopes` is what the caller may do; `session` is
    the session or token by which they came.
    """

    person: PersonId
    space: SpaceId
    kind: Literal["person", "token", "server"]
    name: str
    client: str = "srv:api"
    scopes: frozenset[str] = frozenset({"read", "write", "admin"})
    session: UUID | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event within a transaction, not written yet."""

    id: UUID
    space: UUID
    event: Event
    sequence: int | None
    entity: UUID | None
    actor: str
    client: str | None
    at: datetime


@dataclass(slots=True)
class Transaction:
    """All that one request or handler does, committed as one; commands never commit.

    `now` is the time of its start, aware UTC: no rule reads a clock. `owed_to` are the consumers that will hear of it.
    """

    connection: asyncpg.Connection[asyncpg.Record]
    actor: Actor
    now: datetime
    owed: Mapping[str, tuple[str, ...]]
    recorded: list[Recorded] = field(default_factory=list[Recorded])
    owed_to: set[str] = field(default_factory=set[str])
    after_commit: list[Callable[[], None]] = field(default_factory=list["Callable[[], None]"])

    async def fetch(self, sql: str, *values: object) -> list[asyncpg.Record]:
        """Return all rows of the query."""
        return await self.connection.fetch(sql, *values)

    async def fetch_row(self, sql: str, *values: object) -> asyncpg.Record | None:
        """Return the first row of the query, or None."""
        return await self.connection.fetchrow(sql, *values)

    async def fetch_value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - a column may be anything
        """Return the first column of the first row, or None."""
        return await self.connection.fetchval(sql, *values)

    async def execute(self, sql: str, *values: object) -> str:
        """Run the statement and return its command tag."""
        return await self.connection.execute(sql, *values)

    def record(
        self,
        event: Event,
        *,
        id: UUID,
        sequence: int | None = None,
        entity: UUID | None = None,
        client: str | None = None,
    ) -> None:
        """Note what happened; it is in the log, and owed to its consumers, when the transaction is committed."""
        actor = f"{self.actor.kind}:{self.actor.name}"
        self.recorded.append(
            Recorded(id, self.actor.space, event, sequence, entity, actor, client or self.actor.client, self.now)
        )

    async def write_events(self) -> None:
        """Write what was recorded, and what is owed for it, in one statement."""
        if not self.recorded:
            return
        batch, self.recorded = self.recorded, []
        owed = [(consumer, noted) for noted in batch for consumer in self.owed.get(noted.event.type, ())]
        self.owed_to.update(consumer for consumer, _ in owed)
        await self.connection.execute(
            WRITE_EVENTS,
            self.actor.space,
            [noted.id for noted in batch],
            [noted.sequence for noted in batch],
            [noted.event.type for noted in batch],
            [noted.event.version for noted in batch],
            [noted.entity for noted in batch],
            [noted.actor for noted in batch],
            [noted.client for noted in batch],
            [noted.at for noted in batch],
            [noted.event.to_json() for noted in batch],
            [consumer for consumer, _ in owed],
            [noted.id for _, noted in owed],
            [noted.event.ordered for _, noted in owed],
        )


WRITE_EVENTS = """
with log as (
    insert into event (space, id, sequence, type, version, entity, actor, client, at, data)
    select $1, * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::text[],
                             $9::timestamptz[], $10::text[])
)
insert into delivery (consumer, partition, space, event, ordered)
select consumer, partition_of($1), $1, event, ordered
from unnest($11::text[], $12::uuid[], $13::boolean[]) with ordinality as owed (consumer, event, ordered, place)
order by place
"""


class _Connection(asyncpg.Connection):  # pyright: ignore[reportMissingTypeArgument] - generic in its stubs alone
    """A connection that needs no reset between uses, since all that we set ends with its transaction."""

    def get_reset_query(self) -> str:
        """Return nothing: it saves a round trip per request."""
        return ""


class Database:
    """The pools, one per role, and the way to a transaction."""

    def __init__(self, pools: Mapping[str, asyncpg.Pool[asyncpg.Record]], owed: Mapping[str, tuple[str, ...]]) -> None:
        """Take open pools by role; `owed` says which consumers hear an event type."""
        self._pools = pools
        self.owed = owed
        self.wake: Callable[..., None] = _nothing

    @classmethod
    async def connect(cls, dsn: str, *, owed: Mapping[str, tuple[str, ...]], size: int = 10) -> Database:
        """Open the pools; `size` connections for requests, fewer for the rest."""
        sizes = {"onthedot_app": size, "onthedot_worker": 12, "onthedot_door": 4}
        pools = {role: await _pool(dsn, role, count) for role, count in sizes.items()}
        return cls(pools, owed)

    async def close(self) -> None:
        """Close all connections, at once if need be."""
        for pool in self._pools.values():
            pool.terminate()

    @asynccontextmanager
    async def transaction(self, actor: Actor) -> AsyncGenerator[Transaction]:
        """Open a transaction that sees and writes what is the person's, committed at the end.

        Raises:
            Unavailable: PostgreSQL is away or too busy; nothing was done, unless it went while it committed.
        """
        with unavailable():
            async with self._pools["onthedot_app"].acquire() as connection:
                await connection.execute(f"begin; select set_config('onthedot.person', '{actor.person}', true)")
                tx = Transaction(cast("asyncpg.Connection[asyncpg.Record]", connection), actor, utc_now(), self.owed)
                try:
                    yield tx
                    await tx.write_events()
                    with unavailable(UNCERTAIN):
                        await connection.execute("commit")
                except BaseException:
                    with suppress(*AWAY):  # why it failed is what is told
                        if not connection.is_closed():
                            await connection.execute("rollback")
                    raise
        for action in tx.after_commit:
            action()
        if tx.owed_to:
            self.wake(*tx.owed_to)

    @asynccontextmanager
    async def door(self) -> AsyncGenerator[asyncpg.Connection[asyncpg.Record]]:
        """Open a connection for what happens before anybody is known; each statement is committed by itself.

        Raises:
            Unavailable: PostgreSQL is away or too busy.
        """
        with unavailable():
            async with self._pools["onthedot_door"].acquire() as connection:
                yield cast("asyncpg.Connection[asyncpg.Record]", connection)

    @asynccontextmanager
    async def worker(self) -> AsyncGenerator[asyncpg.Connection[asyncpg.Record]]:
        """Open a connection for what shares out work: it sees what is owed, not what people wrote."""
        with unavailable():
            async with self._pools["onthedot_worker"].acquire() as connection:
                yield cast("asyncpg.Connection[asyncpg.Record]", connection)


def utc_now() -> datetime:
    """Return the time; the only place where a clock is read for a rule."""
    return datetime.now(UTC)


@contextmanager
def unavailable(says: str = UNCHANGED) -> Generator[None]:
    """Turn what tells that PostgreSQL is away into a refusal that says so."""
    try:
        yield
    except AWAY as error:
        if isinstance(error, asyncpg.InterfaceError) and "closed" not in str(error):
            raise
        raise Unavailable(says) from error


async def _pool(dsn: str, role: str, size: int) -> asyncpg.Pool[asyncpg.Record]:
    """Open a pool whose connections start as the role, so that not even a reset makes them the login again."""

    async def check(connection: asyncpg.Connection[asyncpg.Record]) -> None:
        found = await connection.fetchval("select current_user")
        if found != role:
            raise CannotStart(
                f"the database serves as {found} who asks to be {role}: reach it without a pooler between"
            )

    return await asyncpg.create_pool(
        dsn,
        min_size=0 if role != "onthedot_app" else 1,
        max_size=size,
        init=check,
        connection_class=cast("Any", _Connection),
        server_settings=SERVER_SETTINGS | {"role": role},
        command_timeout=40,
        max_inactive_connection_lifetime=0,
    )


def _nothing(*_: str) -> None:
    """Do nothing: nobody waits for news yet."""
