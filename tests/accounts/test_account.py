import asyncio
from datetime import UTC, datetime
from uuid import UUID

from onthedot.database import Actor, Database
from onthedot.ids import PersonId, SpaceId
from onthedot.tasks.commands import create_row
from onthedot.tasks.schema import TaskInput
from tests.web import browser


async def test_a_new_zone_moves_the_reminders_that_are_meant_by_the_clock_on_the_wall(database: Database) -> None:
    ada = browser(database)
    await ada.sign_up("Ada")
    for at in ("2030-01-01T09:00", "2030-01-01T09:00:00Z"):
        await ada.call("POST", "/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})

    answer = await ada.call("PATCH", "/api/account", {"zone": "America/New_York"})

    assert answer.json()["zone"] == "America/New_York"
    async with database.worker() as worker:
        waiting = await worker.fetch("select due_at from alarm where state = 0 order by due_at")
    assert [row["due_at"] for row in waiting] == [datetime(2030, 1, 1, hour, tzinfo=UTC) for hour in (9, 14)]


async def test_a_new_zone_waits_for_an_edit_that_is_under_way(database: Database) -> None:
    page = browser(database)
    account = await page.sign_up("Ada")
    async with database.door() as door:
        space = await door.fetchval("select id from space")
    ada = Actor(PersonId(UUID(account["id"])), SpaceId(space), "person", "Ada")

    async with asyncio.timeout(20), database.transaction(ada) as tx:
        await create_row(tx, "task", TaskInput(title="Tea", reminders=[{"at": "2030-01-01T09:00"}]))
        change = asyncio.create_task(page.call("PATCH", "/api/account", {"zone": "America/New_York"}))
        while not change.done() and not await _somebody_waits(database):
            await asyncio.sleep(0.02)
    await change

    async with database.worker() as worker:
        waiting = await worker.fetch("select due_at from alarm where state = 0")
    assert [row["due_at"] for row in waiting] == [datetime(2030, 1, 1, 14, tzinfo=UTC)]


async def _somebody_waits(database: Database) -> bool:
    async with database.worker() as worker:
        return bool(await worker.fetchval("select count(*) from pg_locks where not granted"))


async def test_a_new_name_leaves_the_zone_as_it_was(database: Database) -> None:
    ada = browser(database)
    await ada.sign_up("Ada")
    answer = await ada.call("PATCH", "/api/account", {"name": " Ada Lovelace "})
    assert (answer.json()["name"], answer.json()["zone"]) == ("Ada Lovelace", "Europe/Berlin")
