import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from onthedot.changes.apply import lock_space
from onthedot.database import Database
from onthedot.tasks.commands import change_row
from onthedot.tasks.schema import TaskChange
from tests.locks import until_waiting
from tests.people import actor_of
from tests.web import Browser, browser


@pytest.fixture
async def ada(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def test_a_task_is_shown_as_it_was_written(ada: Browser) -> None:
    project = (await ada.call("POST", "/api/projects", {"name": "Home", "color": "teal"})).json()
    written = {
        "title": "Call the landlord",
        "notes": "About the *roof*",
        "project": project["id"],
        "priority": 1,
        "tags": ["phone", "Home"],
        "due": {"at": "2026-11-25T09:00"},
    }

    made = await ada.call("POST", "/api/tasks", written | {"reminders": [{"before": "PT1H"}]})
    shown = (await ada.call("GET", f"/api/tasks/{made.json()['id']}")).json()

    assert made.status_code == 201
    assert made.headers["etag"] == '"1"'
    assert {name: shown[name] for name in written} == written | {"tags": ["Home", "phone"]}
    assert shown["reminders"][0]["before"] == "PT1H"


async def test_filters_and_pages_give_what_they_say(ada: Browser) -> None:
    for number in range(5):
        await ada.call(
            "POST", "/api/tasks", {"title": f"T{number}", "priority": 1 + number % 2, "tags": ["odd"][: number % 2]}
        )
    done = (await ada.call("POST", "/api/tasks", {"title": "Done", "due": {"date": "2026-11-24"}})).json()["id"]
    await ada.call("POST", f"/api/tasks/{done}/complete")

    async def titles(query: str) -> list[str]:
        return [task["title"] for task in (await ada.call("GET", f"/api/tasks?{query}")).json()["items"]]

    assert await titles("sort=title") == ["T0", "T1", "T2", "T3", "T4"]
    assert await titles("status=done") == ["Done"]
    assert await titles("priority=2&sort=title") == ["T1", "T3"]
    assert await titles("tag=ODD&sort=title") == ["T1", "T3"]
    assert await titles("status=all&due_before=2026-11-24&due_after=2026-11-24") == ["Done"]
    first = (await ada.call("GET", "/api/tasks?limit=3&sort=title")).json()
    assert await titles(f"limit=3&sort=title&cursor={first['next']}") == ["T3", "T4"]


SORTED = {
    "rank": ["A", "c", "b", "Straße", "e"],
    "title": ["A", "b", "c", "e", "Straße"],
    "created": ["c", "A", "b", "Straße", "e"],
    "priority": ["b", "A", "Straße", "c", "e"],
    "due": ["e", "c", "b", "A", "Straße"],
}


@pytest.mark.parametrize("sort", SORTED)
@pytest.mark.parametrize("limit", [1, 2])
async def test_pages_skip_nothing_while_what_was_shown_is_done(ada: Browser, sort: str, limit: int) -> None:
    """A list of tasks is read to be worked through."""
    for task in (
        {"title": "c", "rank": "a1", "due": {"at": "2026-11-25T09:00"}},
        {"title": "A", "rank": "Zz", "priority": 2},
        {"title": "b", "rank": "a2", "priority": 1, "due": {"date": "2026-11-26"}},
        {"title": "Straße", "priority": 2},
        {"title": "e", "due": {"date": "2026-11-25"}},
    ):
        assert (await ada.call("POST", "/api/tasks", task)).status_code == 201

    seen, cursor = list[str](), ""
    while cursor is not None:
        page = (await ada.call("GET", f"/api/tasks?sort={sort}&limit={limit}{cursor}")).json()
        for task in page["items"]:
            seen.append(task["title"])
            await ada.call("POST", f"/api/tasks/{task['id']}/complete")
        cursor = page["next"] and f"&cursor={page['next']}"

    assert seen == SORTED[sort]


@pytest.mark.parametrize("kind", ["projects", "tags"])
async def test_pages_of_projects_and_tags_skip_nothing_while_what_was_shown_is_deleted(ada: Browser, kind: str) -> None:
    for name, rank in (("none", None), ("second", "a1"), ("first", "Zz"), ("last", None)):
        await ada.call("POST", f"/api/{kind}", {"name": name, "rank": rank})

    seen, cursor = list[str](), ""
    while cursor is not None:
        page = (await ada.call("GET", f"/api/{kind}?limit=1{cursor}")).json()
        seen += [row["name"] for row in page["items"]]
        await ada.call("DELETE", f"/api/{kind}/{page['items'][0]['id']}")
        cursor = page["next"] and f"&cursor={page['next']}"

    assert seen == ["first", "second", "none", "last"]


async def test_a_cursor_of_another_sort_is_refused(ada: Browser) -> None:
    for title in ("One", "Two"):
        await ada.call("POST", "/api/tasks", {"title": title})
    cursor = (await ada.call("GET", "/api/tasks?limit=1&sort=title")).json()["next"]
    refused = await ada.call("GET", f"/api/tasks?limit=1&sort=due&cursor={cursor}")
    assert (refused.status_code, refused.json()["field"]) == (422, "cursor")


async def test_the_same_key_makes_the_same_task(ada: Browser) -> None:
    answers = [await ada.call("POST", "/api/tasks", {"title": "Once"}, **{"idempotency-key": "a"}) for _ in range(2)]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert len((await ada.call("GET", "/api/tasks")).json()["items"]) == 1


async def test_a_key_whose_task_is_in_the_trash_says_so(ada: Browser) -> None:
    task = (await ada.call("POST", "/api/tasks", {"title": "Once"}, **{"idempotency-key": "a"})).json()
    await ada.call("DELETE", f"/api/tasks/{task['id']}")
    again = await ada.call("POST", "/api/tasks", {"title": "Once"}, **{"idempotency-key": "a"})
    assert (again.status_code, "in the Trash" in again.text) == (409, True)


async def test_what_is_made_at_once_under_one_id_is_made_once(ada: Browser) -> None:
    wanted = {"id": str(uuid4()), "title": "Tea"}
    answers = await asyncio.gather(*(ada.call("POST", "/api/tasks", wanted) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5


async def test_what_is_made_at_once_with_one_key_is_made_once(ada: Browser) -> None:
    key = {"idempotency-key": "a"}
    answers = await asyncio.gather(*(ada.call("POST", "/api/tasks", {"title": "Tea"}, **key) for _ in range(6)))
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert [answer.json()["version"] for answer in answers] == [1] * 6


async def test_a_new_tag_that_is_named_by_several_at_once_is_made_once(ada: Browser) -> None:
    wanted = {"title": "Tea", "tags": ["new"]}
    answers = await asyncio.gather(*(ada.call("POST", "/api/tasks", wanted) for _ in range(6)))
    assert [answer.status_code for answer in answers] == [201] * 6
    assert [tag["name"] for tag in (await ada.call("GET", "/api/tags")).json()["items"]] == ["new"]


async def test_if_match_refuses_what_has_changed_since(ada: Browser) -> None:
    task = (await ada.call("POST", "/api/tasks", {"title": "One"})).json()
    first = await ada.call("PATCH", f"/api/tasks/{task['id']}", {"title": "Two"}, **{"if-match": '"1"'})
    second = await ada.call("PATCH", f"/api/tasks/{task['id']}", {"title": "Three"}, **{"if-match": '"1"'})
    assert (first.status_code, first.json()["version"]) == (200, 2)
    assert (second.status_code, second.json()["name"]) == (412, "changed_since")


@pytest.mark.parametrize(("kind", "name"), [("tasks", "title"), ("projects", "name"), ("tags", "name")])
async def test_if_match_guards_whatever_is_done_to_a_row(ada: Browser, kind: str, name: str) -> None:
    path = f"/api/{kind}/{(await ada.call('POST', f'/api/{kind}', {name: 'One'})).json()['id']}"
    await ada.call("PATCH", path, {name: "Two"})
    seen = (await ada.call("GET", path)).json()
    steps = [("DELETE", ""), ("POST", "/restore")]
    steps += [("POST", "/complete"), ("POST", "/reopen")] if kind == "tasks" else []
    for method, step in steps:
        stale = await ada.call(method, path + step, **{"if-match": '"1"'})
        assert (stale.status_code, stale.json()["name"]) == (412, "changed_since"), step
        assert (await ada.call(method, path + step, **{"if-match": "soon"})).status_code == 422
        assert (await ada.call("GET", path)).json() == seen
    for method, step in steps:
        now = (await ada.call("GET", path)).json()["version"]
        assert (await ada.call(method, path + step, **{"if-match": f'"{now}"'})).status_code < 300, step


@pytest.mark.parametrize(("method", "step"), [("DELETE", ""), ("POST", "/complete"), ("POST", "/restore")])
async def test_if_match_sees_what_is_being_written_just_now(
    database: Database, ada: Browser, method: str, step: str
) -> None:
    task = UUID((await ada.call("POST", "/api/tasks", {"title": "One"})).json()["id"])
    async with database.transaction(await actor_of(ada)) as tx:
        await lock_space(tx)
        calling = asyncio.create_task(ada.call(method, f"/api/tasks/{task}{step}", **{"if-match": '"1"'}))
        await until_waiting(database)
        await change_row(tx, "task", task, fields=TaskChange(title="Two"))
    assert (await calling).status_code == 412


async def test_what_changed_since_the_version_that_was_seen_is_kept_as_a_conflict(ada: Browser) -> None:
    task = (await ada.call("POST", "/api/tasks", {"title": "One", "notes": "a", "tags": ["old", "older"]})).json()
    path = f"/api/tasks/{task['id']}"
    await ada.call("PATCH", path, {"title": "Two", "tags": ["old", "older", "new"]})

    answer = (await ada.call("PATCH", path, {"version": 1, "title": "Three", "notes": "b", "tags": ["old"]})).json()

    assert (answer["title"], answer["notes"], answer["tags"]) == ("Three", "b", ["new", "old"])
    [conflict] = await conflicts(ada)
    assert (conflict["about"], conflict["field"], conflict["loser"]["value"]) == ("concurrent", "title", "Two")


async def test_without_a_version_the_present_counts_as_seen_and_one_that_never_was_is_refused(ada: Browser) -> None:
    path = f"/api/tasks/{(await ada.call('POST', '/api/tasks', {'title': 'One'})).json()['id']}"
    for title in ("Two", "Three"):
        assert (await ada.call("PATCH", path, {"title": title})).status_code == 200
    for wrong in (4, 0, "1", True):
        answer = await ada.call("PATCH", path, {"title": "Four", "version": wrong})
        assert (answer.status_code, answer.json()["field"]) == (422, "version")
    assert await conflicts(ada) == []
    assert (await ada.call("POST", "/api/tasks", {"title": "x", "version": 1})).status_code == 422


async def conflicts(page: Browser) -> list[dict[str, Any]]:
    """Return what a person has to decide about."""
    rows = (await page.call("POST", "/api/sync", {"client": str(uuid4()), "client_now": 0})).json()["rows"]
    return [row["values"] for row in rows if row["kind"] == "conflict"]


async def test_deleting_and_restoring_and_reopening_are_harmless_twice(ada: Browser) -> None:
    path = f"/api/tasks/{(await ada.call('POST', '/api/tasks', {'title': 'Paint'})).json()['id']}"
    for step, status in (("complete", 200), ("complete", 200), ("reopen", 200), ("reopen", 200)):
        assert (await ada.call("POST", f"{path}/{step}")).status_code == status
    for _ in range(2):
        assert (await ada.call("DELETE", path)).status_code == 204
    assert (await ada.call("PATCH", path, {"title": "x"})).status_code == 404
    assert (await ada.call("GET", path)).json()["deleted_at"]
    for _ in range(2):
        assert (await ada.call("POST", f"{path}/restore")).json()["deleted_at"] is None


async def test_nothing_of_another_person_is_found_by_any_route(ada: Browser, database: Database) -> None:
    grace = browser(database)
    await grace.sign_up("Grace")
    task = (await ada.call("POST", "/api/tasks", {"title": "Secret"})).json()["id"]
    project = (await ada.call("POST", "/api/projects", {"name": "Secret"})).json()["id"]
    session = (await ada.call("GET", "/api/sessions")).json()["items"][0]["id"]
    token = (await ada.call("POST", "/api/tokens", {"name": "t", "scopes": ["read"]})).json()["id"]
    for title in ("One", "Two"):
        await ada.call("PATCH", f"/api/tasks/{task}", {"title": title, "version": 1})
    conflict = (await ada.call("GET", "/api/conflicts")).json()["items"][0]["id"]
    hers = {"sessions": session, "tokens": token, "projects": project, "tags": project, "tasks": task}
    hers |= {"conflicts": conflict, "notices": task}
    schema = (await grace.call("GET", "/openapi.json")).json()["paths"]

    tried = 0
    for path, operations in schema.items():
        for method in operations:
            for kind, id in hers.items():
                if "{id}" in path and kind in path:
                    where = path.replace("{op}", "complete").replace("{id}", id)
                    body = dict[str, str]() if method in {"post", "patch"} else None
                    answer = await grace.call(method.upper(), where, body)
                    assert answer.status_code == 404, (method, where, answer.text)
                    tried += 1
    assert tried == sum(len(operations) for path, operations in schema.items() if "{id}" in path)
    for body in ({"title": "x", "project": project}, {"title": "x", "parent": task}):
        answer = await grace.call("POST", "/api/tasks", body)
        assert (answer.status_code, answer.json()["field"]) == (404, min(set(body) - {"title"}))
    own = await grace.call("POST", "/api/tasks", {"title": "Own", "id": task})
    assert own.status_code == 201
    assert (await ada.call("GET", f"/api/tasks/{task}")).json()["title"] == "Two"
    assert (await grace.call("GET", "/api/conflicts")).json()["items"] == []
