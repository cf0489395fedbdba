import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import asyncpg
import pytest

from onthedot.database import Actor, Database
from onthedot.ports.clocks import MachineClocks
from onthedot.ports.scheduler_postgres import CHANNEL, LONGEST_SLEEP_SECONDS, PostgresScheduler
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


async def test_two_reminders_of_a_task_at_the_same_instant_are_both_told(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, now = Device(database, ada), _in(0)
    reminders = {f"reminder:{uuid4()}": now for _ in range(2)}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | reminders))
    assert await timer.fire() == 2


async def test_a_task_whose_reminders_were_all_taken_off_reminds_nobody(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, task, name = Device(database, ada), str(uuid4()), f"reminder:{uuid4()}"
    await phone.push(phone.mutation("create", "task", task, set={"title": "Tea", name: _in(0)}))
    await phone.push(phone.mutation("update", "task", task, set={name: None}))
    assert await timer.fire() == 0
    assert await _states(database) == [(2, 1)]


async def test_what_was_told_is_not_told_again_whatever_is_edited(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, task, name = Device(database, ada), str(uuid4()), f"reminder:{uuid4()}"
    first, second = _in(-60), _in(-30)
    await phone.push(phone.mutation("create", "task", task, set={"title": "Tea", name: first}))
    assert await timer.fire() == 1
    for change in ({"title": "Green tea"}, {name: second}, {name: first}):
        await phone.push(phone.mutation("update", "task", task, set=change))
    assert await timer.fire() == 0
    assert await _states(database) == [(1, 1), (2, 1)]


async def test_an_alarm_that_another_timer_is_firing_is_left_to_it(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone = Device(database, ada)
    due = {f"reminder:{uuid4()}": _in(0) for _ in range(2)}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | due))
    async with database.worker() as other, other.transaction(), asyncio.timeout(5):
        await other.execute("select from alarm order by id limit 1 for update")
        assert await timer.fire() == 1
    assert await timer.fire() == 1


async def test_who_hears_of_it_is_woken_and_it_waits_for_nothing_before_it(
    database: Database, ada: Actor, timer: PostgresScheduler
) -> None:
    phone, woken = Device(database, ada), list[str]()
    await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": _in(0)})
    )
    database.wake = lambda *consumers: woken.extend(consumers)
    assert [await timer.fire(), await timer.fire()] == [1, 0]
    assert woken == ["notifier"]
    async with database.worker() as worker:
        assert await worker.fetchval("select ordered from delivery where consumer = 'notifier'") is False


@pytest.mark.parametrize(("seconds", "told"), [(1.9 * LONGEST_SLEEP_SECONDS, 1), (3 * LONGEST_SLEEP_SECONDS, 0)])
async def test_the_timer_is_told_of_what_comes_before_it_would_look_again(
    database: Database, ada: Actor, migrated: str, seconds: float, told: int
) -> None:
    phone, heard = Device(database, ada), list[object]()

    def hear(*told: object) -> None:
        heard.append(told)

    ear = await asyncpg.connect(migrated)
    await ear.add_listener(CHANNEL, hear)
    await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": _in(seconds)})
    )
    await ear.execute("select 1")  # what was told before comes before its answer
    await ear.close()
    assert len(heard) == told


class PlantingClocks(MachineClocks):
    """Clocks by which waiting takes no time; once the timer listens and sleeps, an alarm comes that nobody tells of."""

    def __init__(self, plant: Callable[[], Awaitable[None]]) -> None:
        self.now = 1000.0
        self.planted_at: float | None = None
        self._plant = plant
        self._listens = False

    def running(self) -> float:
        return self.now

    def wall(self) -> float:
        return self.now

    async def wait(self, wake: asyncio.Event, seconds: float) -> None:
        if not self._listens:
            await wake.wait()
            self._listens = True
            return
        if self.planted_at is None:
            self.planted_at = self.now
            await self._plant()
        if self.now - self.planted_at > LONGEST_SLEEP_SECONDS:
            await wake.wait()
        self.now += seconds


async def test_the_timer_looks_once_a_minute_at_least_and_sleeps_by_the_clocks_that_it_is_given(
    database: Database, ada: Actor, migrated: str
) -> None:
    phone = Device(database, ada)
    for at in (_in(-60), _in(86_400)):
        await phone.push(
            phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": at})
        )

    async def plant() -> None:
        async with database.worker() as worker:
            await worker.execute("update alarm set due_at = now() where state = 0")

    clocks = PlantingClocks(plant)
    running = asyncio.create_task(PostgresScheduler(database, migrated, ["notifier"], clocks=clocks).run())
    async with asyncio.timeout(10):
        while len(await _lateness(database)) < 2:
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert clocks.planted_at is not None


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
    cut = await admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'")
    await admin.close()
    assert cut == "SELECT 1"
    await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": _in(0.2)})
    )

    async with asyncio.timeout(15):
        while not await _lateness(database):
            await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_the_timer_goes_on_after_the_database_cut_it_off_while_it_fired(
    database: Database, ada: Actor, timer: PostgresScheduler, migrated: str
) -> None:
    phone = Device(database, ada)
    await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Tea", f"reminder:{uuid4()}": _in(0)})
    )
    holder, admin = await asyncpg.connect(migrated), await asyncpg.connect(migrated)
    async with holder.transaction():
        await holder.execute("lock table alarm")
        running = asyncio.create_task(timer.run())
        async with asyncio.timeout(10):
            while not await admin.fetchval(CUT_WHO_WAITS):
                await asyncio.sleep(0.02)
    for connection in (holder, admin):
        await connection.close()

    async with asyncio.timeout(10):
        while not await _lateness(database):
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


CUT_WHO_WAITS = "select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event_type = 'Lock'"
