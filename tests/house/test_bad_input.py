"""What bad input gets: a problem (RFC 9457) that names the field, and nothing is half done."""

import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest
from httpx import Response

from onthedot.database import Database
from tests.contents import contents
from tests.web import ORIGIN, Browser, browser

COUNTED = frozenset({"allowance"})
"""A try counts, whatever came of it."""
HALF = "\ud800"
"""Half a character: JSON can say it, text cannot hold it."""
PHONE = "0192d1f0-0000-7000-8000-000000000001"
ELSEWHERE = "0192d1f0-0000-7000-8000-00000000dead"


@dataclass
class World:
    """Ada with a task, a project and a phone that pushed one mutation; Grace with a task, a session and a token."""

    ada: Browser
    grace: Browser
    ids: dict[str, str] = field(default_factory=dict[str, str])

    def filled(self, given: Any) -> Any:  # noqa: ANN401 - JSON
        """Return the same with `{task}`, `{project}` … replaced by their ids."""
        text = json.dumps(given)
        for name, id in self.ids.items():
            text = text.replace(f"{{{name}}}", id)
        return json.loads(text)

    async def send(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        """Send it as Ada's page would; bytes go as they are."""
        sent = {"origin": ORIGIN, "content-type": "application/json"} | headers
        content = body if isinstance(body, bytes) else json.dumps(self.filled(body)).encode()
        return await self.ada.client.request(method, self.filled(path), content=content, headers=sent)


@pytest.fixture
async def world(database: Database) -> World:
    world = World(browser(database), browser(database))
    await world.ada.sign_up("Ada")
    await world.grace.sign_up("Grace")
    for name, page, path, body in (
        ("task", world.ada, "/api/tasks", {"title": "Tea"}),
        ("child", world.ada, "/api/tasks", {"title": "Water"}),
        ("project", world.ada, "/api/projects", {"name": "Home"}),
        ("hers", world.grace, "/api/tasks", {"title": "Secret"}),
        ("her_token", world.grace, "/api/tokens", {"name": "script", "scopes": ["read"]}),
    ):
        world.ids[name] = (await page.call("POST", path, body)).json()["id"]
    await world.ada.call("PATCH", f"/api/tasks/{world.ids['child']}", {"parent": world.ids["task"]})
    world.ids["her_session"] = (await world.grace.call("GET", "/api/sessions")).json()["items"][0]["id"]
    answer = await world.send("POST", "/api/sync", _push(_mutation(1)))
    assert answer.json()["results"][0]["status"] == "ok"
    return world


def _mutation(n: int, **rest: object) -> dict[str, object]:
    id = f"0192d1f0-0000-7000-8000-{n:012}"
    given: dict[str, object] = {"n": n, "id": id, "op": "update", "kind": "task", "entity": "{task}", "clock": [n, 0]}
    return given | rest


def _push(*mutations: object, **rest: object) -> dict[str, object]:
    return {"client": PHONE, "client_now": 1, "mutations": mutations} | rest


def _task(**fields: object) -> tuple[str, str, object]:
    return "POST", "/api/tasks", {"title": "x"} | fields


def _change(**fields: object) -> tuple[str, str, object]:
    return "PATCH", "/api/tasks/{task}", fields


def _get(path: str) -> tuple[str, str, object]:
    return "GET", path, None


Case = tuple[tuple[str, str, object], int, str | None]

WRONG_IDS: list[Case] = [
    (_get("/api/tasks/x"), 422, "id"),
    (_get("/api/tasks/%00"), 422, "id"),
    (_get(f"/api/tasks/{ELSEWHERE}"), 404, "id"),
    (_get("/api/tasks/{project}"), 404, "id"),
    (_get("/api/projects/{task}"), 404, "id"),
    (("DELETE", f"/api/tasks/{ELSEWHERE}", None), 404, "id"),
    (("POST", f"/api/tasks/{ELSEWHERE}/complete", None), 404, "id"),
    (("POST", f"/api/notices/{ELSEWHERE}/read", None), 404, "id"),
    (("DELETE", f"/api/sessions/{ELSEWHERE}", None), 404, "id"),
    (("DELETE", f"/api/tokens/{ELSEWHERE}", None), 404, "id"),
    (_task(id="x"), 422, "id"),
    (_task(id="{task}"), 409, "id"),
    (_task(id="{project}"), 422, "id"),
    (_task(project=ELSEWHERE), 404, "project"),
    (_task(project="{task}"), 404, "project"),
    (_task(parent="{project}"), 404, "parent"),
    (_change(id=ELSEWHERE), 422, "id"),
    (_change(parent="{task}"), 422, "parent"),
    (_change(title="y", parent="{child}"), 422, "parent"),
]

ANOTHER_PERSONS: list[Case] = [
    (_get("/api/tasks/{hers}"), 404, "id"),
    (("PATCH", "/api/tasks/{hers}", {"title": "x"}), 404, "id"),
    (("DELETE", "/api/tasks/{hers}", None), 404, "id"),
    (("POST", "/api/tasks/{hers}/restore", None), 404, "id"),
    (("POST", "/api/notices/{hers}/read", None), 404, "id"),
    (("DELETE", "/api/sessions/{her_session}", None), 404, "id"),
    (("DELETE", "/api/tokens/{her_token}", None), 404, "id"),
    (_task(parent="{hers}"), 404, "parent"),
    (_change(title="y", parent="{hers}"), 404, "parent"),
]

BODIES: list[Case] = [
    (_task(notes="x" * 300_000), 413, None),
    (("POST", "/api/tasks", b"{"), 422, "body"),
    (("POST", "/api/tasks", b""), 422, "body"),
    (("POST", "/api/tasks", b"[" * 100_000), 422, "body"),
    (("POST", "/api/tasks", b'{"title": "\xff"}'), 422, "body"),
    (("POST", "/api/tasks", b'{"title": "x", "priority": ' + b"9" * 5000 + b"}"), 422, "body"),
    (("POST", "/api/tasks", b'"text"'), 422, "body"),
    (("POST", "/api/tasks", []), 422, "body"),
    (_task(colour="red"), 422, "colour"),
    (_task(completed_at="2026-11-24T16:00:00Z"), 422, "completed_at"),
    (_change(title="y", version="x"), 422, "version"),
    (("PATCH", "/api/account", {"name": "Ada", "email": "eve@example.org"}), 422, "email"),
    (("POST", "/api/sync", _push(colour="red")), 422, "colour"),
    (_get("/api/tasks?colour=red"), 422, "colour"),
    (_get("/api/projects?colour=red"), 422, "colour"),
    (_get("/api/notices?colour=red"), 422, "colour"),
    (_get("/api/activity?colour=red"), 422, "colour"),
]

TEXTS: list[Case] = [
    (_task(title="x" * 100_000), 422, "title"),
    (_task(title="bell \x07"), 422, "title"),
    (_task(title="nul \x00"), 422, "title"),
    (_task(title=HALF), 422, "title"),
    (_task(title=" "), 422, "title"),
    (_task(title=None), 422, "title"),
    (_task(title=5), 422, "title"),
    (_change(title=None, priority=1), 422, "title"),
    (_task(notes="x" * 102_401), 422, "notes"),
    (_task(tags=["ok", ""]), 422, "tags"),
    (_task(tags=["ok", "x" * 101]), 422, "tags"),
    (_task(tags=[HALF]), 422, "tags.0"),
    (_task(tags=[f"t{place}" for place in range(51)]), 422, "tags"),
    (_task(tags="home"), 422, "tags"),
    (_task(rank="ä"), 422, "rank"),
    (_task(priority=5), 422, "priority"),
    (_task(project="home"), 422, "project"),
    (("POST", "/api/projects", {"name": "x", "color": "red"}), 422, "color"),
    (("POST", "/api/tags", {"name": "x" * 101}), 422, "name"),
    (("PATCH", "/api/account", {"name": "nul \x00"}), 422, "name"),
    (("POST", "/api/sign-in", {"email": f"{HALF}@example.org", "password": "x"}), 422, "email"),
    (("POST", "/api/sign-in", {"email": "ada@example.org", "password": HALF}), 422, "password"),
    (("POST", "/api/link/look", {"token": HALF}), 422, "token"),
    (("POST", "/api/link", {"token": HALF, "password": "a new one for ada"}), 422, "token"),
    (("POST", "/api/tokens", {"name": "x", "scopes": ["everything"]}), 422, "scopes.0"),
    (("POST", "/api/tokens", {"name": "x", "scopes": []}), 422, "scopes"),
    (_get("/api/tasks?tag=%00"), 422, "tag"),
]

TIMES: list[Case] = [
    (_task(due={"at": "2026-11-24T17:00", "zone": "Mars/Olympus"}), 422, "due"),
    (_task(due={"date": "2026-02-30"}), 422, "due"),
    (_task(due={"date": "2026-11-24", "at": "2026-11-24T17:00"}), 422, "due"),
    (_task(due={"at": "0001-01-01T00:00"}, reminders=[{"before": "PT1H"}]), 422, "due"),
    (_task(due={"at": "9999-12-31T23:59", "zone": "America/New_York"}), 422, "due"),
    (_task(reminders=[{"at": "0001-01-01T00:00:00+14:00"}]), 422, "reminders"),
    (_task(reminders=[{"before": "PT"}]), 422, "reminders"),
    (_task(reminders=[{"before": "PT1M"}] * 21), 422, "reminders"),
    (_task(reminders=[{"id": "x" * 200, "before": "PT1M"}]), 422, "reminders"),
    (_task(reminders=[{"id": HALF, "before": "PT1M"}]), 422, "reminders"),
    (("PATCH", "/api/account", {"name": "Eve", "zone": "Mars/Olympus"}), 422, "zone"),
    (_get("/api/tasks?due_before=tomorrow"), 422, "due_before"),
    (
        ("POST", "/api/tokens", {"name": "x", "scopes": ["read"], "expires_at": "2001-01-01T00:00:00Z"}),
        422,
        "expires_at",
    ),
    (
        ("POST", "/api/tokens", {"name": "x", "scopes": ["read"], "expires_at": "9999-12-31T23:59:59-12:00"}),
        422,
        "expires_at",
    ),
]

FORGED = [
    urlsafe_b64encode(text.encode()).decode()
    for text in (
        f'["due", null, "{ELSEWHERE}"]',
        f'["rank", "\\u0000", "{ELSEWHERE}"]',
        f'["rank", "\\ud800", "{ELSEWHERE}"]',
        f'["rank", 5, "{ELSEWHERE}"]',
        '["rank", null, "me"]',
        '["rank", null]',
        "[" * 5000,
    )
]
CURSORS: list[Case] = [
    (_get("/api/tasks?cursor=elsewhere"), 422, "cursor"),
    (_get("/api/tasks?cursor=-1"), 422, "cursor"),
    (_get("/api/tasks?cursor=%D9%A3"), 422, "cursor"),
    (_get("/api/projects?cursor=9.abc"), 422, "cursor"),
    *((_get(f"/api/tasks?cursor={cursor}"), 422, "cursor") for cursor in FORGED),
    (_get("/api/notices?cursor=elsewhere"), 422, "cursor"),
    (_get(f"/api/notices?cursor={ELSEWHERE}"), 422, "cursor"),
    (_get("/api/notices?cursor={task}"), 422, "cursor"),
    (_get("/api/activity?cursor=3"), 422, "cursor"),
    (_get(f"/api/activity?cursor={ELSEWHERE}"), 422, "cursor"),
    (_get("/api/activity?cursor={task}"), 422, "cursor"),
    (_get("/api/tasks?limit=0"), 422, "limit"),
    (_get("/api/tasks?limit=201"), 422, "limit"),
    (_get("/api/activity?limit=many"), 422, "limit"),
    (("POST", "/api/sync", _push(cursor="elsewhere")), 410, "cursor"),
    (("POST", "/api/sync", _push(cursor="999999999999999999.00000000")), 410, "cursor"),
    (("POST", "/api/sync", _push(limit=0)), 422, "limit"),
]

PUSHES: list[Case] = [
    (("POST", "/api/sync", _push(_mutation(3))), 409, "mutations"),
    (("POST", "/api/sync", _push(_mutation(3), _mutation(2))), 409, "mutations"),
    (("POST", "/api/sync", _push(_mutation(2), _mutation(2))), 409, "mutations"),
    (("POST", "/api/sync", _push(_mutation(2), _mutation(4))), 409, "mutations"),
    (("POST", "/api/sync", _push(_mutation(1, id=ELSEWHERE))), 409, "client"),
    (("POST", "/api/sync", _push(_mutation(2), space=ELSEWHERE)), 409, "space"),
    (("POST", "/api/sync", _push(_mutation(2), epoch=ELSEWHERE)), 409, "epoch"),
    (("POST", "/api/sync", _push(_mutation(2), schema=2)), 422, "schema"),
    (("POST", "/api/sync", _push(_mutation(2), client="phone")), 422, "client"),
    (("POST", "/api/sync", _push(_mutation(2), client_now=-1)), 422, "client_now"),
    (("POST", "/api/sync", _push(_mutation(2), _mutation(0))), 422, "mutations.n"),
    (("POST", "/api/sync", _push(_mutation(2), None)), 422, "mutations.1"),
    (("POST", "/api/sync", _push(*(_mutation(n) for n in range(2, 103)))), 422, "mutations"),
]

NOWHERE: list[Case] = [
    (_get("/api/nothing"), 404, None),
    (_get("/api/tasks/"), 404, None),
    (_get("/api"), 404, None),
    (("PUT", "/api/tasks", {}), 405, None),
    (("OPTIONS", "/api/tasks", None), 405, None),
    (("FROB", "/api/tasks", {}), 405, None),
    (("POST", "/healthz", {}), 405, None),
    (("POST", "/api/tasks/{task}/explode", {}), 422, "op"),
]

GROUPS = {
    "a wrong id": WRONG_IDS,
    "another person's id": ANOTHER_PERSONS,
    "a body that is none of ours": BODIES,
    "text that is none": TEXTS,
    "a time that does not exist": TIMES,
    "a cursor from elsewhere": CURSORS,
    "a push out of turn": PUSHES,
    "a route that is not there": NOWHERE,
}


@pytest.mark.parametrize("group", GROUPS)
async def test_bad_input_gets_a_problem_that_names_the_field_and_nothing_is_half_done(
    world: World, migrated: str, group: str
) -> None:
    before = await contents(migrated, but=COUNTED)
    for request, status, named in GROUPS[group]:
        answer = await world.send(*request)
        assert answer.headers["content-type"] == "application/problem+json", (request, answer.text)
        problem = answer.json()
        assert (answer.status_code, problem.get("field")) == (status, named), (request, problem)
        assert (problem["status"], problem["type"]) == (status, f"urn:onthedot:{problem['name']}"), request
        assert problem["detail"], request
        assert await contents(migrated, but=COUNTED) == before, request


@pytest.mark.parametrize(
    ("headers", "field"),
    [
        ({"if-match": "*"}, "if-match"),
        ({"if-match": ""}, "if-match"),
        ({"if-match": '"' + "9" * 5000 + '"'}, "if-match"),
        ({"content-length": "many"}, "content-length"),
        ({"content-type": "text/plain"}, "content-type"),
    ],
)
async def test_a_bad_header_is_named_too(world: World, migrated: str, headers: dict[str, str], field: str) -> None:
    before = await contents(migrated)
    answer = await world.send("PATCH", "/api/tasks/{task}", {"title": "y"}, **headers)
    assert (answer.status_code in {403, 422}, answer.json()["field"]) == (True, field)
    assert await contents(migrated) == before


async def test_a_body_that_is_longer_than_it_says_is_cut_off(world: World, migrated: str) -> None:
    before = await contents(migrated)

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b'"' + b"x" * 10_000

    headers = {"origin": ORIGIN, "content-type": "application/json"}
    answer = await world.ada.client.post("/api/tasks", content=endless(), headers=headers)
    assert (answer.status_code, answer.json()["name"]) == (413, "too_large")
    assert await contents(migrated) == before


async def test_a_method_that_a_route_does_not_know_is_told_which_it_does(world: World) -> None:
    answer = await world.send("POST", "/healthz", {})
    assert answer.headers["allow"] == "GET"


async def test_a_push_that_is_sent_again_changes_nothing(world: World, migrated: str) -> None:
    pushed = _push(_mutation(2, set={"priority": 1}), _mutation(3, set={"title": "x" * 501}))
    first = await world.send("POST", "/api/sync", pushed)
    before = await contents(migrated)

    again = await world.send("POST", "/api/sync", pushed)
    older = await world.send("POST", "/api/sync", _push(_mutation(1)))

    assert [result["status"] for result in first.json()["results"]] == ["ok", "refused"]
    assert again.json()["results"] == first.json()["results"]
    assert older.json()["results"] == [{"n": 1, "status": "ok", "reason": None, "conflicts": []}]
    assert await contents(migrated) == before


BAD_MUTATIONS: list[dict[str, object]] = [
    {"set": {"nul \x00": 1}},
    {"set": {HALF: 1}},
    {"set": {"title": HALF}},
    {"set": {"due": {"at": "0001-01-01T00:00"}, f"reminder:{uuid4()}": {"before": "P9999D"}}},
    {"set": {f"reminder:{uuid4()}": {"at": "9999-12-31T23:59:59-12:00"}}},
    {"set": {"title": "x" * 100_000}},
    {"set": {"parent": "{task}"}},
    {"op": "explode"},
    {"kind": "nul \x00"},
    {"kind": "notice", "op": "create", "entity": ELSEWHERE},
    {"clock": [-1, 0]},
    {"clock": [2**53, 2**53], "op": "complete"},
    {"base": {"title": "nul \x00"}, "set": {"title": "y"}},
    {"base": "everything"},
    {"life": 0},
    {"colour": "red"},
]


async def test_no_mutation_however_bad_blocks_what_the_device_did_next(world: World) -> None:
    for place, bad in enumerate(BAD_MUTATIONS):
        n = 2 + 2 * place
        good = _mutation(n + 1, op="create", entity=str(uuid4()), set={"title": "Next"})
        answer = await world.send("POST", "/api/sync", _push(_mutation(n, **bad), good))
        assert answer.status_code == 200, (bad, answer.text)
        assert [result["n"] for result in answer.json()["results"]] == [n, n + 1], bad
        assert answer.json()["results"][1]["status"] == "ok", bad


async def test_a_device_whose_clock_is_absurd_is_heard(world: World) -> None:
    for n, now in ((2, 2**53), (3, 0)):
        done = _mutation(n, op="complete" if n == 2 else "reopen", clock=[0, 0])
        answer = await world.send("POST", "/api/sync", _push(done, client_now=now))
        assert answer.json()["results"][0]["status"] == "ok"


async def test_a_tag_is_found_again_however_it_is_written(world: World) -> None:
    for name in ("Straße", "STRASSE", " straße ", "ÄRGER", "ärger"):
        await world.send("POST", "/api/tasks", {"title": "x", "tags": [name]})
    names = [tag["name"] for tag in (await world.ada.call("GET", "/api/tags")).json()["items"]]
    assert names == ["Straße", "ÄRGER"]
