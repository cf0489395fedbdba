from datetime import UTC, datetime

from onthedot.database import Database
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


async def test_a_new_name_leaves_the_zone_as_it_was(database: Database) -> None:
    ada = browser(database)
    await ada.sign_up("Ada")
    answer = await ada.call("PATCH", "/api/account", {"name": " Ada Lovelace "})
    assert (answer.json()["name"], answer.json()["zone"]) == ("Ada Lovelace", "Europe/Berlin")
