import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

import asyncpg
import pytest

from onthedot.changes.events import SpaceChanged
from onthedot.database import SERVER_SETTINGS, Actor, Database, Transaction
from onthedot.events import Envelope, Subscription
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.ports.dead_letters import dead_letters, replay
from onthedot.ports.deliveries import HANDLER_TIMEOUT_SECONDS, MOST_TRIES, WRITING_BATCH, Batch, full_jitter
from onthedot.roles import CATALOG
from tests.people import Device

Handle = Callable[[Transaction, Envelope], Awaitable[None]]


def _bus(database: Database, handle: Handle, *, writes: bool = True) -> tuple[PostgresBus, Subscription]:
    subscription = Subscription("realtime", {SpaceChanged: handle}, writes=writes)
    return PostgresBus(database, CATALOG, [subscription]), subscription


async def _write(database: Database, person: Actor, count: int) -> None:
    phone = Device(database, person)
    for _ in range(count):
        await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "T"}))


async def _serve_all(bus: PostgresBus, subscription: Subscription) -> None:
    while await bus.serve(subscription):
        pass


async def _at_once(database: Database) -> None:
    async with database.worker() as worker:
        await worker.execute("update delivery set next_at = now()")


@pytest.mark.parametrize("writes", [True, False])
async def test_each_space_is_heard_in_its_order_by_any_number_of_workers(
    database: Database, ada: Actor, grace: Actor, *, writes: bool
) -> None:
    heard: dict[UUID, list[int]] = {}

    async def hear(_: Transaction, envelope: Envelope) -> None:
        heard.setdefault(envelope.space, []).append(getattr(envelope.data, "to"))  # noqa: B009

    for person in (ada, grace):
        await _write(database, person, 30)
    workers = [_bus(database, hear, writes=writes) for _ in range(3)]
    await asyncio.gather(*(_serve_all(bus, subscription) for bus, subscription in workers))

    assert heard == {ada.space: list(range(1, 31)), grace.space: list(range(1, 31))}
    assert await workers[0][0].serve(workers[0][1]) == 0


@pytest.mark.parametrize("writes", [True, False])
async def test_a_failure_holds_back_its_own_space_alone_and_is_tried_again(
    database: Database, ada: Actor, grace: Actor, *, writes: bool
) -> None:
    heard: list[tuple[UUID, int]] = []
    broken = True

    async def hear(_: Transaction, envelope: Envelope) -> None:
        if broken and envelope.space == ada.space:
            raise ValueError("not now")
        heard.append((envelope.space, getattr(envelope.data, "to")))  # noqa: B009

    for person in (ada, grace):
        await _write(database, person, 2)
    bus, subscription = _bus(database, hear, writes=writes)
    await bus.serve(subscription)
    assert heard == [(grace.space, 1), (grace.space, 2)]

    broken = False
    await _at_once(database)
    await bus.serve(subscription)
    assert heard[2:] == [(ada.space, 1), (ada.space, 2)]


async def test_what_fails_for_ever_is_a_dead_letter_with_its_reason_and_replayed_once(
    database: Database, ada: Actor
) -> None:
    heard: list[UUID] = []
    broken = True

    async def hear(_: Transaction, envelope: Envelope) -> None:
        if broken:
            raise ValueError("never")
        heard.append(envelope.id)

    await _write(database, ada, 1)
    bus, subscription = _bus(database, hear)
    for _ in range(MOST_TRIES):
        await bus.serve(subscription)
        await _at_once(database)

    [letter] = await dead_letters(database)
    assert (letter.reason, letter.tries, letter.type) == ("ValueError: never", MOST_TRIES, "space.changed")
    broken = False
    assert [await replay(database), await replay(database)] == [1, 0]
    await bus.serve(subscription)
    assert heard == [letter.event]


@pytest.mark.parametrize(("version", "dead"), [("2.0", 1), ("1.9", 0)])
async def test_an_unknown_major_version_is_a_warned_of_dead_letter_and_a_minor_one_is_read(
    database: Database, ada: Actor, version: str, dead: int, *, caplog: pytest.LogCaptureFixture
) -> None:
    async def hear(_: Transaction, __: Envelope) -> None:
        pass

    await _write(database, ada, 2)
    async with database.worker() as worker:
        await worker.execute("update event set version = $1 where type = 'space.changed'", version)
    bus, subscription = _bus(database, hear)
    await bus.serve(subscription)
    reason = f"space.changed {version} is not known here"
    assert [letter.reason for letter in await dead_letters(database)] == [reason] * 2 * dead
    warned = [(record.levelname, getattr(record, "reason", "")) for record in caplog.records]
    assert warned == [("WARNING", reason)] * 2 * dead
    async with database.worker() as worker:
        assert await worker.fetchval("select count(*) from delivery") == 0


async def test_what_a_handler_wrote_before_it_failed_is_undone(database: Database, ada: Actor) -> None:
    async def hear(tx: Transaction, _: Envelope) -> None:
        await tx.execute("update person set name = 'Changed'")
        raise ValueError("after all not")

    await _write(database, ada, 1)
    bus, subscription = _bus(database, hear)
    await bus.serve(subscription)
    async with database.door() as door:
        assert await door.fetchval("select name from person") == "Ada"


@pytest.mark.parametrize("writes", [True, False])
async def test_what_fails_once_holds_back_what_came_after_it_in_its_space(
    database: Database, ada: Actor, *, writes: bool
) -> None:
    heard: list[int] = []
    failures = [1]

    async def hear(_: Transaction, envelope: Envelope) -> None:
        place = getattr(envelope.data, "to")  # noqa: B009
        if place in failures:
            failures.remove(place)
            raise ValueError("not now")
        heard.append(place)

    await _write(database, ada, 2)
    bus, subscription = _bus(database, hear, writes=writes)
    await bus.serve(subscription)
    assert heard == []
    async with database.worker() as worker:
        await worker.execute("update delivery set next_at = 'infinity' where tries > 0")
    await _write(database, ada, 1)
    await bus.serve(subscription)
    assert heard == []

    await _at_once(database)
    await bus.serve(subscription)
    assert heard == [1, 2, 3]


@pytest.mark.parametrize("writes", [True, False])
async def test_a_handler_that_hangs_fails_alone_and_is_tried_again(
    database: Database, ada: Actor, *, writes: bool
) -> None:
    heard: list[int] = []

    async def hear(_: Transaction, envelope: Envelope) -> None:
        heard.append(getattr(envelope.data, "to"))  # noqa: B009
        await asyncio.Event().wait()

    await _write(database, ada, 2)
    _, subscription = _bus(database, hear, writes=writes)
    async with database.worker() as worker, asyncio.timeout(5):
        partition = await worker.fetchval("select distinct partition from delivery")
        async with worker.transaction():
            batch = Batch(worker, database.owed, CATALOG, subscription, handler_timeout_seconds=0.01)
            await batch.serve(partition)
        left = await worker.fetch("select tries, reason from delivery order by position")

    assert heard == [1]
    assert [(row["tries"], (row["reason"] or "").partition(":")[0]) for row in left] == [(1, "TimeoutError"), (0, "")]


def test_a_handler_that_hangs_is_given_up_before_postgresql_gives_up_the_transaction() -> None:
    allowed = SERVER_SETTINGS["idle_in_transaction_session_timeout"].removesuffix("s")
    assert int(allowed) > HANDLER_TIMEOUT_SECONDS


async def test_what_is_delivered_again_is_dealt_with_once(database: Database, ada: Actor) -> None:
    heard: list[UUID] = []

    async def hear(tx: Transaction, envelope: Envelope) -> None:
        heard.append(envelope.id)
        await tx.execute("update person set name = name || '!'")

    await _write(database, ada, 1)
    bus, subscription = _bus(database, hear)
    async with database.worker() as worker:
        owed = dict(await worker.fetchrow("select * from delivery where consumer = 'realtime'") or {})
    await bus.serve(subscription)
    async with database.worker() as worker:
        await worker.execute(AGAIN, *(owed[name] for name in ("consumer", "partition", "space", "event", "ordered")))
    assert await bus.serve(subscription) == 1

    assert heard == [owed["event"]]
    async with database.door() as door:
        assert await door.fetchval("select name from person") == "Ada!"


@pytest.mark.parametrize("writes", [True, False])
async def test_what_has_no_order_neither_holds_back_nor_is_held_back(
    database: Database, ada: Actor, *, writes: bool
) -> None:
    tried: list[int] = []

    async def hear(_: Transaction, envelope: Envelope) -> None:
        tried.append(getattr(envelope.data, "to"))  # noqa: B009
        if tried[-1] in {1, 3}:
            raise ValueError("not now")

    await _write(database, ada, 2)
    async with database.worker() as worker:
        await worker.execute("update delivery set ordered = position > (select min(position) from delivery)")
    bus, subscription = _bus(database, hear, writes=writes)
    await bus.serve(subscription)
    assert tried == [1, 2]

    # Behind the first, which waits and has no order; then behind one that waits and has.
    await _write(database, ada, 1)
    async with database.worker() as worker:
        await worker.execute("update delivery set next_at = 'infinity' where tries > 0")
    await bus.serve(subscription)
    assert tried == [1, 2, 3]
    await _write(database, ada, 2)
    async with database.worker() as worker:
        await worker.execute("update delivery set next_at = 'infinity' where tries > 0")
        await worker.execute(
            "update delivery set ordered = false where position = (select max(position) from delivery)"
        )
    await bus.serve(subscription)
    assert tried == [1, 2, 3, 5]


@pytest.mark.parametrize("statement", ["delete from person", "delete from event"])
async def test_what_is_owed_for_an_account_that_is_gone_is_let_go_of(
    database: Database, ada: Actor, migrated: str, statement: str
) -> None:
    heard: list[UUID] = []

    async def hear(_: Transaction, envelope: Envelope) -> None:
        heard.append(envelope.id)

    await _write(database, ada, 2)
    owner = await asyncpg.connect(migrated)
    await owner.execute(statement)
    await owner.close()
    bus, subscription = _bus(database, hear)
    await bus.serve(subscription)

    assert heard == []
    assert await dead_letters(database) == []
    async with database.worker() as worker:
        assert await worker.fetchval("select count(*) from delivery") == 0


async def test_the_space_is_locked_before_a_handler_writes_to_it(database: Database, ada: Actor) -> None:
    free: list[object] = []

    async def hear(_: Transaction, __: Envelope) -> None:
        async with database.worker() as other, other.transaction():
            free.extend(await other.fetch("select id from space for no key update skip locked"))

    await _write(database, ada, 1)
    bus, subscription = _bus(database, hear)
    assert await bus.serve(subscription) == 1
    assert free == []
    assert await dead_letters(database) == []


@pytest.mark.parametrize(("writes", "most"), [(True, WRITING_BATCH), (False, WRITING_BATCH + 5)])
async def test_who_writes_locks_a_space_for_a_few_deliveries_only(
    database: Database, ada: Actor, *, writes: bool, most: int
) -> None:
    async def hear(_: Transaction, __: Envelope) -> None:
        pass

    await _write(database, ada, WRITING_BATCH + 5)
    bus, subscription = _bus(database, hear, writes=writes)
    assert await bus.serve(subscription) == most


async def test_a_reason_is_kept_but_no_novel(database: Database, ada: Actor) -> None:
    async def hear(_: Transaction, __: Envelope) -> None:
        raise ValueError("x" * 10_000)

    await _write(database, ada, 1)
    bus, subscription = _bus(database, hear)
    await bus.serve(subscription)
    async with database.worker() as worker:
        [owed] = await worker.fetch("select reason from delivery where consumer = 'realtime'")
    assert owed["reason"] == "ValueError: " + "x" * 488


@pytest.mark.parametrize(("tries", "bound"), [(1, 0.5), (2, 1.0), (5, 8.0), (7, 32.0), (8, 60.0), (20, 60.0)])
def test_tries_are_spread_up_to_a_bound_that_doubles_to_a_minute(tries: int, bound: float) -> None:
    waits = [full_jitter(tries) for _ in range(500)]
    assert 0 <= min(waits) < bound / 4
    assert bound * 3 / 4 < max(waits) <= bound


AGAIN = "insert into delivery (consumer, partition, space, event, ordered) values ($1, $2, $3, $4, $5)"
