"""A shortcut answers as the ordinary way does: the same requests, by an application with and one without."""

from typing import Any
from uuid import uuid4

import pytest
from httpx import Response

from onthedot.database import Database
from tests.web import Browser, browser

PUSH: dict[str, Any] = {"client": str(uuid4()), "client_now": 1_700_000_000_000, "mutations": []}
REQUESTS: list[tuple[str, str, object]] = [
    ("POST", "/api/tasks", {"title": "Tea", "priority": 2, "tags": ["kitchen"], "reminders": [{"before": "PT1H"}]}),
    ("POST", "/api/tasks", {"title": ""}),
    ("POST", "/api/tasks", {"title": "Tea", "colour": "green"}),
    ("POST", "/api/tasks", {"title": "Tea", "project": "none"}),
    ("POST", "/api/tasks", {"title": "Tea", "project": str(uuid4())}),
    ("POST", "/api/tasks", ["Tea"]),
    ("POST", "/api/tasks", None),
    ("GET", "/api/tasks", None),
    ("GET", "/api/tasks?limit=1&sort=title", None),
    ("GET", "/api/tasks?limit=1&limit=2", None),
    ("GET", "/api/tasks?limit=many", None),
    ("GET", "/api/tasks?colour=green", None),
    ("POST", "/api/sync", PUSH),
    ("POST", "/api/sync", PUSH | {"cursor": "nowhere"}),
    ("POST", "/api/sync", PUSH | {"schema": 7}),
]


@pytest.fixture
async def both(database: Database, monkeypatch: pytest.MonkeyPatch) -> tuple[Browser, Browser]:
    """Return one browser of the application as it is, and one, signed in as the same person, without shortcuts."""
    with_shortcuts = browser(database)
    await with_shortcuts.sign_up("ada")
    monkeypatch.setattr("onthedot.app.SHORTCUTS", {})
    without = browser(database)
    without.client.cookies = with_shortcuts.client.cookies
    return with_shortcuts, without


@pytest.mark.parametrize(("method", "path", "body"), REQUESTS)
async def test_a_shortcut_answers_as_the_ordinary_way_does(
    both: tuple[Browser, Browser], method: str, path: str, body: object
) -> None:
    with_shortcuts, without = both
    quick = await with_shortcuts.call(method, path, body)
    slow = await without.call(method, path, body)
    assert _seen(quick) == _seen(slow)


async def test_a_shortcut_lets_nobody_in_whom_the_ordinary_way_does_not(both: tuple[Browser, Browser]) -> None:
    for each in both:
        each.client.cookies.clear()
        for method, path, body in REQUESTS:
            assert (await each.call(method, path, body)).status_code in {401, 422}


async def test_a_body_that_is_no_json_goes_the_ordinary_way(both: tuple[Browser, Browser]) -> None:
    headers = {"origin": "http://127.0.0.1:8000", "content-type": "application/json"}
    quick, slow = [await each.client.post("/api/tasks", content=b'{"title": ', headers=headers) for each in both]
    assert quick.status_code == slow.status_code == 422
    assert _seen(quick) == _seen(slow)


async def test_an_idempotency_key_counts_either_way(both: tuple[Browser, Browser]) -> None:
    made = [await each.call("POST", "/api/tasks", {"title": "Tea"}, **{"idempotency-key": "one"}) for each in both]
    assert made[0].json()["id"] == made[1].json()["id"]
    refused = [await each.call("POST", "/api/tasks", {"title": "T"}, **{"idempotency-key": "x" * 201}) for each in both]
    assert [answer.status_code for answer in refused] == [422, 422]


def _seen(answer: Response) -> tuple[int, dict[str, str], Any]:
    """Return status, headers and body but for what is new each time."""
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    body = answer.json()
    for item in [body, *body.get("items", ())]:
        for name in ("id", "created_at", "updated_at", "server_now", "head", "cursor", "rows", "reminders"):
            if name in item:
                item[name] = type(item[name]).__name__
    return answer.status_code, headers, body
