from typing import Any
from uuid import uuid4

import pytest

from onthedot.database import Actor, Database
from onthedot.ports.scheduler_postgres import PostgresScheduler
from tests.people import Device
from tests.web import Browser, browser


@pytest.fixture
async def page(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def _activity(page: Browser, query: str = "") -> list[dict[str, Any]]:
    return (await page.call("GET", f"/api/activity?{query}")).json()["items"]


async def test_activity_says_who_did_what_to_what_and_when(page: Browser) -> None:
    task = (await page.call("POST", "/api/tasks", {"title": "Tea"})).json()
    await page.call("PATCH", f"/api/tasks/{task['id']}", {"title": "Green tea", "priority": 1})

    latest, first = await _activity(page)

    assert (latest["type"], first["type"]) == ("task.updated", "task.created")
    assert (latest["entity"], latest["kind"], latest["title"]) == (task["id"], "task", "Green tea")
    assert set(latest["changed"]) == {"title", "priority", "updated_at"}
    assert latest["actor"] == {"kind": "person", "name": "Ada"}
    assert latest["client"] == "srv:api"
    assert latest["at"] > first["at"]


async def test_a_program_is_named_by_its_token(page: Browser, database: Database) -> None:
    made = (await page.call("POST", "/api/tokens", {"name": "kitchen script", "scopes": ["write"]})).json()
    bearer = {"authorization": f"Bearer {made['token']}"}
    await browser(database).call("POST", "/api/tasks", {"title": "Tea"}, **bearer)
    [entry] = await _activity(page)
    assert entry["actor"] == {"kind": "token", "name": "kitchen script"}


async def test_what_is_no_deed_of_anybody_is_left_out(page: Browser, database: Database, migrated: str) -> None:
    at = "2020-01-01T00:00:00Z"
    task = (await page.call("POST", "/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})).json()["id"]
    async with database.worker() as worker:
        await worker.execute(
            "insert into alarm (id, space, task, reminder, due_at) select $1, id, $2, $1, now() from space",
            uuid4(),
            task,
        )
    assert await PostgresScheduler(database, migrated, []).fire() == 1
    async with database.worker() as worker:
        logged = {row["type"] for row in await worker.fetch("select type from event")}
    assert logged == {"task.created", "space.changed", "reminder.due"}

    assert [entry["type"] for entry in await _activity(page)] == ["task.created"]
    assert [entry["type"] for entry in await _activity(page, f"task={task}")] == ["task.created"]


async def test_the_activity_of_one_task_is_of_no_other(page: Browser) -> None:
    tea, milk = [(await page.call("POST", "/api/tasks", {"title": name})).json()["id"] for name in ("Tea", "Milk")]
    await page.call("POST", f"/api/tasks/{tea}/complete")
    await page.call("DELETE", f"/api/tasks/{milk}")

    assert [entry["type"] for entry in await _activity(page, f"task={tea}")] == ["task.completed", "task.created"]
    assert [entry["type"] for entry in await _activity(page, f"task={milk}")] == ["task.deleted", "task.created"]
    assert await _activity(page, f"task={uuid4()}") == []


async def test_nobody_sees_what_another_did(page: Browser, database: Database) -> None:
    task = (await page.call("POST", "/api/tasks", {"title": "Secret"})).json()["id"]
    grace = browser(database)
    await grace.sign_up("Grace")
    assert await _activity(grace) == []
    assert await _activity(grace, f"task={task}") == []


async def test_activity_comes_latest_first_page_by_page_whatever_happens_meanwhile(page: Browser) -> None:
    for place in range(5):
        await page.call("POST", "/api/tasks", {"title": f"T{place}"})
    first = (await page.call("GET", "/api/activity?limit=2")).json()
    await page.call("POST", "/api/tasks", {"title": "New"})
    second = (await page.call("GET", f"/api/activity?limit=2&cursor={first['next']}")).json()
    third = (await page.call("GET", f"/api/activity?limit=2&cursor={second['next']}")).json()

    titles = [[entry["title"] for entry in listed["items"]] for listed in (first, second, third)]
    assert titles == [["T4", "T3"], ["T2", "T1"], ["T0"]]
    assert third["next"] is None


async def test_what_happened_in_one_write_is_in_the_order_in_which_it_happened(database: Database, ada: Actor) -> None:
    from onthedot.activity.queries import list_activity  # noqa: PLC0415

    phone, tasks = Device(database, ada), [str(uuid4()) for _ in range(30)]
    await phone.push(*(phone.mutation("create", "task", task, set={"title": "T"}) for task in tasks))
    async with database.transaction(ada) as tx:
        listed = await list_activity(tx, task=None, before=None, limit=50)
    assert [str(entry["entity"]) for entry in reversed(listed)] == tasks
