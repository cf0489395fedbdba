"""The two flows on the real server: a task edited → the other device; a reminder due → a notice on each."""

from datetime import UTC, datetime, timedelta

from onthedot.database import Database
from tests.laptops import PASSWORD, Laptop, sign_up


async def test_a_change_and_a_notice_reach_all_devices_of_the_person_and_nobody_else(
    database: Database, laptops: list[Laptop]
) -> None:
    desk, sofa, stranger = laptops
    await sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await sign_up(database, stranger, "grace")
    for laptop in laptops:
        await laptop.connect()

    at = (datetime.now(UTC) + timedelta(seconds=0.5)).isoformat()
    task = await desk.post("/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})

    for laptop in (desk, sofa):
        delta, notice = await laptop.wait_for("delta"), await laptop.wait_for("notice")
        assert (delta["from"], delta["to"], delta["rows"][0]["id"]) == (1, 1, task["id"])
        assert (notice["task"], notice["title"], notice["late_seconds"]) == (task["id"], "Tea", 0)
    assert stranger.heard == []
