from typing import Any
from uuid import uuid4

import pytest

from onthedot.database import Database
from tests.web import Browser, browser


@pytest.fixture
async def ada(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def make(ada: Browser, what: str, **fields: object) -> str:
    """Return the path of a new task or project."""
    return f"/api/{what}/{(await ada.call('POST', f'/api/{what}', fields)).json()['id']}"


async def change(ada: Browser, path: str, **fields: object) -> None:
    """Change it by one who had seen its first version."""
    assert (await ada.call("PATCH", path, {"version": 1} | fields)).status_code == 200


async def undecided(ada: Browser, query: str = "") -> list[dict[str, Any]]:
    return (await ada.call("GET", f"/api/conflicts{query}")).json()["items"]


async def push(ada: Browser, *mutations: dict[str, object]) -> None:
    """Send mutations from a device that has seen nothing yet."""
    given = [{"n": n, "id": str(uuid4()), "clock": [0, n]} | one for n, one in enumerate(mutations, start=1)]
    answer = await ada.call("POST", "/api/sync", {"client": str(uuid4()), "client_now": 0, "mutations": given})
    assert answer.status_code == 200


def mutation(op: str, path: str, **rest: object) -> dict[str, object]:
    return {"op": op, "kind": "task", "entity": path.rpartition("/")[2]} | rest


async def test_putting_back_what_lost_is_an_edit_and_happens_once(ada: Browser) -> None:
    task = await make(ada, "tasks", title="One")
    await change(ada, task, title="Two")
    await change(ada, task, title="Three")
    [conflict] = await undecided(ada)

    first = await ada.call("POST", f"/api/conflicts/{conflict['id']}/restore")
    await change(ada, task, version=4, title="Four")
    second = await ada.call("POST", f"/api/conflicts/{conflict['id']}/restore")

    assert (first.status_code, first.json()["state"]) == (200, "restored")
    assert second.json() == first.json()
    assert (await ada.call("GET", task)).json()["title"] == "Four"
    assert [one["loser"]["value"] for one in await undecided(ada)] == []


async def test_letting_it_go_leaves_what_won_and_does_not_undo_a_restoring(ada: Browser) -> None:
    task = await make(ada, "tasks", title="One")
    for title in ("Two", "Three", "Four"):
        await change(ada, task, title=title)
    three, two = await undecided(ada)

    for state in ("dismissed", "dismissed"):
        answer = await ada.call("POST", f"/api/conflicts/{three['id']}/dismiss")
        assert (answer.json()["state"], answer.json()["version"]) == (state, 2)
    await ada.call("POST", f"/api/conflicts/{two['id']}/restore")
    assert (await ada.call("POST", f"/api/conflicts/{two['id']}/dismiss")).json()["state"] == "restored"

    assert (await ada.call("GET", task)).json()["title"] == "Two"
    assert await undecided(ada) == []
    assert (await ada.call("POST", f"/api/conflicts/{three['id']}/restore")).json()["state"] == "restored"
    assert (await ada.call("GET", task)).json()["title"] == "Three"


async def test_conflicts_come_latest_first_page_by_page(ada: Browser) -> None:
    task = await make(ada, "tasks", title="0")
    for number in range(1, 5):
        await change(ada, task, title=str(number))

    page = (await ada.call("GET", "/api/conflicts?limit=2")).json()
    rest = await undecided(ada, f"?limit=2&cursor={page['next']}")

    assert [one["loser"]["value"] for one in [*page["items"], *rest]] == ["3", "2", "1"]
    assert (await ada.call("GET", "/api/conflicts?cursor=elsewhere")).status_code == 422


async def test_an_edit_of_what_was_deleted_brings_it_back_with_the_edit(ada: Browser) -> None:
    task = await make(ada, "tasks", title="One")
    await ada.call("DELETE", task)
    await push(ada, mutation("update", task, set={"title": "Two"}), mutation("complete", task))
    done, title = await undecided(ada)

    for conflict in (title, done):
        assert (await ada.call("POST", f"/api/conflicts/{conflict['id']}/restore")).status_code == 200

    shown = (await ada.call("GET", task)).json()
    assert (shown["title"], shown["deleted_at"], shown["completed_at"] is None) == ("Two", None, False)


async def test_what_cannot_be_put_back_as_things_stand_is_refused_and_stays_undecided(ada: Browser) -> None:
    project, task = await make(ada, "projects", name="Home"), await make(ada, "tasks", title="One")
    await ada.call("DELETE", project)
    home = project.rpartition("/")[2]
    await push(
        ada,
        mutation("update", task, set={"project": home}),
        mutation("update", str(uuid4()), set={"title": "Lost"}),
    )
    lost, orphaned = await undecided(ada)

    answers = [await ada.call("POST", f"/api/conflicts/{one['id']}/restore") for one in (lost, orphaned)]
    assert [(answer.status_code, answer.json()["name"]) for answer in answers] == [(409, "conflict")] * 2
    assert await undecided(ada) == [lost, orphaned]

    await ada.call("POST", f"{project}/restore")
    assert (await ada.call("POST", f"/api/conflicts/{orphaned['id']}/restore")).status_code == 200
    assert (await ada.call("GET", task)).json()["project"] == home


async def test_what_was_refused_and_never_made_cannot_be_put_back_and_says_what_to_do(ada: Browser) -> None:
    await push(ada, mutation("create", str(uuid4()), set={"title": "x" * 501}))
    [refused] = await undecided(ada)

    answer = await ada.call("POST", f"/api/conflicts/{refused['id']}/restore")

    assert (answer.status_code, answer.json()["name"]) == (409, "conflict")
    assert "never made: copy what you need" in answer.json()["detail"]
    assert await undecided(ada) == [refused]
    assert (await ada.call("POST", f"/api/conflicts/{refused['id']}/dismiss")).status_code == 200
