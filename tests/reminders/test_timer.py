import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest

from onthedot.database import Actor, Database
from onthedot.ports.scheduler_postgres import PostgresScheduler
from tests.people import Device


@pytest.fixture
def timer(database: Database, migrated: str) -> PostgresScheduler:
    return PostgresScheduler(database, migrated, ["notifier"])


def _in(seconds: float) -> dict[str, str]:
    return {"at": (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()}


async def _lateness(database: Database) -> list[float]:
    async with database.worker() as worker:
        rows = await worker.fetch(
            "select extract(epoch from fired_at - due_at)::float8 as late from alarm where state = 1 order by due_at"
        )
    return [row["late"] for row in rows]


async def _states(database: Database) -> list[tuple[int, int]]:
    async with database.worker() as worker:
        rows = await worker.fetch("select state, generation from alarm order by due_at")
    return [(row["state"], row["generation"]) for row in rows]


async def test_alarms_fire_once_each_and_never_early(database: Database, ada: Actor, migrated: str) -> None:
    phone = Device(database, ada)
    timers = [asyncio.create_task(PostgresScheduler(database, migrated, ["notifier"]).run()) for _ in range(2)]
    reminders = {f"reminder:{uuid4()}": _in(0.3 + place / 50) for place in range(20)}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | reminders))

    async with asyncio.timeout(20):
        while len(await _lateness(database)) < len(reminders):
            await asyncio.sleep(0.02)
    for timer in timers:
        timer.cancel()
    await asyncio.gather(*timers, return_exceptions=True)

    assert min(await _lateness(database)) >= 0
    async with database.worker() as worker:
        assert await worker.fetchval("select count(*) from event where type = 'reminder.due'") == len(reminders)
        assert await worker.fetchval("select count(*) from delivery where consumer = 'notifier'") == len(reminders)


async def test_what_came_due_while_everything_was_down_fires_at_once(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone = Device(database, ada)
    late = {f"reminder:{uuid4()}": _in(ago) for ago in (-1800, -7200)}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | late))

    assert await timer.fire() == 1
    assert await timer.fire() == 0


@pytest.mark.parametrize("op", ["complete", "delete"])
async def test_a_task_that_is_done_or_deleted_reminds_nobody(
    database: Database, ada: Actor, timer: PostgresScheduler, op: str
) -> None:
    phone, task = Device(database, ada), str(uuid4())
    await phone.push(phone.mutation("create", "task", task, set={"title": "Tea", f"reminder:{uuid4()}": _in(0.05)}))

    await phone.push(phone.mutation(op, "task", task, life=1))
    await asyncio.sleep(0.1)

    assert await timer.fire() == 0
    assert await _states(database) == [(2, 1)]


async def test_moved_undone_and_moved_again_fires_once(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, task, name = Device(database, ada), str(uuid4()), f"reminder:{uuid4()}"
    first, second = _in(0.05), _in(0.1)
    await phone.push(phone.mutation("create", "task", task, set={"title": "Tea", name: first}))
    for reminder in (second, first, second):
        await phone.push(phone.mutation("update", "task", task, set={name: reminder}))
    await asyncio.sleep(0.2)

    assert await timer.fire() == 1
    assert await _states(database) == [(2, 2), (1, 2)]


async def test_two_tasks_with_the_same_reminder_each_remind(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, first, name = Device(database, ada), str(uuid4()), f"reminder:{uuid4()}"
    values = {"title": "Tea", name: _in(0.05)}
    await phone.push(phone.mutation("create", "task", first, set=values))
    await phone.push(phone.mutation("create", "task", str(uuid4()), set=values))
    await phone.push(phone.mutation("complete", "task", first, life=1))
    await asyncio.sleep(0.1)

    assert await timer.fire() == 1
    assert sorted(await _states(database)) == [(1, 1), (2, 1)]


async def test_a_new_zone_moves_what_is_meant_by_the_clock_on_the_wall(database: Database, ada: Actor) -> None:
    from onthedot.reminders.plan import plan_all  # noqa: PLC0415

    phone = Device(database, ada)
    floating = {f"reminder:{uuid4()}": {"at": "2030-01-01T09:00"}}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | floating))
    async with database.transaction(ada) as tx:
        await tx.execute("update person set zone = 'America/New_York' where id = $1", ada.person)
        await plan_all(tx)

    async with database.worker() as worker:
        waiting = await worker.fetch("select due_at from alarm where state = 0")
    assert [row["due_at"].isoformat() for row in waiting] == ["2030-01-01T14:00:00+00:00"]


async def test_the_timer_hears_of_what_is_planned_soon_even_after_its_line_was_cut(
    database: Database, ada: Actor, timer: PostgresScheduler, migrated: str
) -> None:
    phone = Device(database, ada)
    running = asyncio.create_task(timer.run())
    await asyncio.sleep(0.2)
    admin = await asyncpg.connect(migrated)
    await admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'")
    await admin.close()
    await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": _in(0.2)})
    )

    async with asyncio.timeout(15):
        while not await _lateness(database):
            await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
