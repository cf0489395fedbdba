import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from onthedot.database import Actor, Database
from onthedot.events import Subscription
from onthedot.notifications.handlers import LATE_SECONDS, write_notice
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.ports.scheduler import ReminderDue
from onthedot.ports.scheduler_postgres import PostgresScheduler
from onthedot.roles import CATALOG
from tests.people import Device
from tests.web import Browser, browser

NOTIFIER = Subscription("notifier", {ReminderDue: write_notice})


@pytest.fixture
async def page(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def _remind(page: Browser, title: str, *, seconds_ago: float = 0.0) -> str:
    """Make a task whose reminder was due so long ago, and return the task's id."""
    at = (datetime.now(UTC) - timedelta(seconds=seconds_ago)).isoformat()
    return (await page.call("POST", "/api/tasks", {"title": title, "reminders": [{"at": at}]})).json()["id"]


async def _fire(database: Database, migrated: str) -> int:
    return await PostgresScheduler(database, migrated, ["notifier"]).fire()


async def _serve(database: Database) -> None:
    await PostgresBus(database, CATALOG, [NOTIFIER]).serve(NOTIFIER)


async def _notices(page: Browser, query: str = "") -> list[dict[str, Any]]:
    return (await page.call("GET", f"/api/notices?{query}")).json()["items"]


async def test_a_notice_says_of_which_task_and_of_what_instant(
    database: Database, migrated: str, page: Browser
) -> None:
    task = await _remind(page, "Tea")
    assert await _fire(database, migrated) == 1
    await _serve(database)

    [notice] = await _notices(page)
    shown = (await page.call("GET", f"/api/tasks/{task}")).json()
    assert (notice["task"], notice["title"]) == (task, "Tea")
    assert notice["reminder"] == shown["reminders"][0]["id"]
    at = datetime.fromisoformat(shown["reminders"][0]["at"])
    assert abs(datetime.fromisoformat(notice["due_at"]) - at) < timedelta(milliseconds=1)
    assert "read_at" not in notice
    async with database.worker() as worker:
        [logged] = await worker.fetch("select actor, client from event where type = 'notice.created'")
    assert (logged["actor"], logged["client"]) == ("server:notifier", "srv:notifier")


@pytest.mark.parametrize("step", ["complete", "delete", "delete project"])
async def test_a_task_that_is_done_or_deleted_after_its_reminder_fired_tells_nobody(
    database: Database, migrated: str, page: Browser, step: str
) -> None:
    task = await _remind(page, "Tea")
    project = (await page.call("POST", "/api/projects", {"name": "Home"})).json()["id"]
    await page.call("PATCH", f"/api/tasks/{task}", {"project": project})
    assert await _fire(database, migrated) == 1
    call = {"complete": ("POST", f"tasks/{task}/complete"), "delete": ("DELETE", f"tasks/{task}")}
    method, path = call.get(step, ("DELETE", f"projects/{project}"))
    assert (await page.call(method, f"/api/{path}")).status_code in {200, 204}

    await _serve(database)

    assert await _notices(page) == []
    async with database.worker() as worker:
        assert await worker.fetchval("select count(*) from delivery where consumer = 'notifier'") == 0


async def test_a_notice_has_the_title_that_the_task_has_by_then(
    database: Database, migrated: str, page: Browser
) -> None:
    task = await _remind(page, "Tea")
    await _fire(database, migrated)
    await page.call("PATCH", f"/api/tasks/{task}", {"title": "Green tea"})
    await _serve(database)
    assert [notice["title"] for notice in await _notices(page)] == ["Green tea"]


@pytest.mark.parametrize(("ago", "least", "most"), [(0.0, 0, 0), (LATE_SECONDS - 2, 0, 0), (600.0, 600, 610)])
async def test_a_notice_says_how_late_it_is_if_that_is_worth_saying(
    database: Database, migrated: str, page: Browser, ago: float, least: int, most: int
) -> None:
    await _remind(page, "Tea", seconds_ago=ago)
    await _fire(database, migrated)
    await _serve(database)
    [notice] = await _notices(page)
    assert least <= notice["late_seconds"] <= most


async def test_one_that_waited_at_the_notifier_is_late_as_well(
    database: Database, migrated: str, page: Browser
) -> None:
    await _remind(page, "Tea")
    await _fire(database, migrated)
    async with database.worker() as worker:
        later = "data::jsonb || jsonb_build_object('due_at', now() - interval '90 seconds')"
        await worker.execute(f"update event set data = ({later})::text where type = 'reminder.due'")  # noqa: S608
    await _serve(database)
    [notice] = await _notices(page)
    assert 90 <= notice["late_seconds"] <= 100


async def test_reading_a_notice_twice_is_reading_it_once(database: Database, migrated: str, page: Browser) -> None:
    await _remind(page, "Tea")
    await _fire(database, migrated)
    await _serve(database)
    [notice] = await _notices(page)

    first = (await page.call("POST", f"/api/notices/{notice['id']}/read")).json()
    second = (await page.call("POST", f"/api/notices/{notice['id']}/read")).json()

    assert first["read_at"]
    assert second == first
    assert await _notices(page) == [first]


async def test_a_reminder_delivered_twice_is_told_once(database: Database, migrated: str, page: Browser) -> None:
    await _remind(page, "Tea")
    await _fire(database, migrated)
    async with database.worker() as worker:
        await worker.execute(
            "insert into delivery (consumer, partition, space, event, ordered)"
            " select consumer, partition, space, event, ordered from delivery where consumer = 'notifier'"
        )
    await _serve(database)
    assert len(await _notices(page)) == 1


async def test_notices_come_latest_first_page_by_page_whatever_arrives_meanwhile(
    database: Database, migrated: str, page: Browser
) -> None:
    for place in range(5):
        await _remind(page, f"T{place}")
        await _fire(database, migrated)
        await _serve(database)
    first = (await page.call("GET", "/api/notices?limit=2")).json()
    await _remind(page, "New")
    await _fire(database, migrated)
    await _serve(database)

    second = (await page.call("GET", f"/api/notices?limit=2&cursor={first['next']}")).json()
    third = (await page.call("GET", f"/api/notices?limit=2&cursor={second['next']}")).json()

    titles = [[notice["title"] for notice in listed["items"]] for listed in (first, second, third)]
    assert titles == [["T4", "T3"], ["T2", "T1"], ["T0"]]
    assert third["next"] is None


async def test_a_notice_that_was_put_away_is_not_listed_and_comes_back(
    database: Database, migrated: str, page: Browser
) -> None:
    await _remind(page, "Tea")
    await _fire(database, migrated)
    await _serve(database)
    [notice] = await _notices(page)
    for n, op, left in ((1, "delete", 0), (2, "restore", 1)):
        mutation = {"n": n, "id": str(uuid4()), "op": op, "kind": "notice", "entity": notice["id"], "clock": [1, 0]}
        body = {"client": "0192d1f0-0000-7000-8000-000000000001", "client_now": 1, "mutations": [mutation]}
        assert (await page.call("POST", "/api/sync", body)).json()["results"][0]["status"] in {"ok", "merged"}
        assert len(await _notices(page)) == left


async def test_no_device_makes_a_notice_or_changes_what_it_says(database: Database, migrated: str, ada: Actor) -> None:
    phone, task = Device(database, ada), str(uuid4())
    due = {"at": datetime.now(UTC).isoformat()}
    await phone.push(phone.mutation("create", "task", task, set={"title": "Tea", f"reminder:{uuid4()}": due}))
    await _fire(database, migrated)
    await _serve(database)
    [notice] = [row for row in map(json.loads, (await phone.pull()).rows) if row["kind"] == "notice"]

    answers = await phone.push(
        phone.mutation("create", "notice", str(uuid4()), set={"read_at": "2026-11-24T16:00:00Z"}),
        phone.mutation("update", "notice", notice["id"], set={"title": "Coffee"}),
        phone.mutation("update", "notice", notice["id"], set={"read_at": "2026-11-24T16:00:00Z"}),
    )

    assert [answer["status"] for answer in answers] == ["refused", "refused", "ok"]
