from pathlib import Path

import asyncpg
import pytest

from onthedot.database import Database
from tests.contents import contents
from tests.web import Browser, browser, routes

GUARDS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
}


@pytest.fixture
async def ada(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def test_reading_changes_nothing(ada: Browser, migrated: str) -> None:
    """S-03: whatever fetches an address in advance, a scanner or a browser, has done nothing by it."""
    task = (await ada.call("POST", "/api/tasks", {"title": "Tea", "tags": ["home"]})).json()["id"]
    before = await contents(migrated)
    tried = [path for method, path in await routes(ada, id=task) if method == "GET"]
    for path in [*tried, "/welcome", "/link", "/healthz", "/readyz", "/openapi.json"]:
        assert (await ada.call("GET", path)).status_code in {200, 404}, path
        await ada.call("HEAD", path)
    assert len(tried) >= 12
    assert await contents(migrated) == before


async def test_no_answer_of_the_api_is_kept_by_anybody(ada: Browser) -> None:
    """S-08."""
    for method, path in await routes(ada):
        answer = await ada.call(method, path, None if method == "GET" else {})
        assert answer.headers.get_list("cache-control") == ["no-store"], (method, path)


async def test_who_signs_in_after_another_on_the_same_device_sees_nothing_of_theirs(
    database: Database, ada: Browser
) -> None:
    """S-08: the server's half."""
    await ada.call("POST", "/api/tasks", {"title": "Secret"})
    await ada.call("POST", "/api/sign-out")
    await ada.sign_up("Grace")
    for method, path in await routes(ada):
        if method == "GET":
            assert "Secret" not in (await ada.call(method, path)).text, path
    async with database.door() as door:
        assert await door.fetchval("select count(*) from session") == 1


async def test_every_answer_has_its_guards_errors_and_faults_too(
    database: Database, ada: Browser, migrated: str
) -> None:
    """S-14."""
    del database
    answers = {path: await ada.call("GET", path) for path in ("/", "/api/door", "/api/nothing", "/api/account", "/x")}
    answers["host"] = await ada.call("GET", "/api/door", host="rebound.example")
    answers["origin"] = await ada.call("POST", "/api/tasks", {}, origin="https://evil.example")
    answers["too large"] = await ada.call("POST", "/api/tasks", {"title": "x" * 300_000})
    answers["polling"] = await ada.call("GET", "/socket.io/?EIO=4&transport=polling")
    answers["method"] = await ada.call("PUT", "/api/tasks")
    owner = await asyncpg.connect(migrated)
    await owner.execute("alter table entity rename to entity_away")
    answers["fault"] = await ada.call("GET", "/api/tasks")
    await owner.execute("alter table entity_away rename to entity")
    await owner.close()

    assert (answers["fault"].status_code, answers["fault"].json()["name"]) == (500, "failed")
    assert (answers["polling"].status_code, answers["polling"].json()["name"]) == (400, "websocket_only")
    for name, answer in answers.items():
        assert GUARDS.items() <= dict(answer.headers).items(), name
        assert set(answer.headers["content-security-policy"].split("; ")) >= POLICY, name


async def test_the_policy_lets_a_page_run_only_what_we_serve(ada: Browser) -> None:
    """S-14."""
    policy = (await ada.call("GET", "/api/door")).headers["content-security-policy"]
    assert not any(word in policy for word in ("unsafe", "http:", "https:", "*", "blob:"))


async def test_what_people_wrote_is_answered_as_data_never_as_a_page(ada: Browser) -> None:
    """S-14."""
    script = "<script>alert(1)</script>"
    made = await ada.call("POST", "/api/tasks", {"title": script, "notes": script})
    wrong = await ada.call("POST", "/api/tasks", {script: 1})
    path = await ada.call("GET", f"/api/{script}")
    assert made.headers["content-type"] == "application/json"
    assert {wrong.headers["content-type"], path.headers["content-type"]} == {"application/problem+json"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("127.0.0.1", 403),
        ("localhost:8001", 403),
        ("rebound.example:8000", 403),
        ("127.0.0.1:8000.rebound.example", 403),
        ("LOCALHOST:8000@rebound.example", 403),
        ("", 403),
    ],
)
async def test_only_our_own_names_are_served(database: Database, host: str, status: int) -> None:
    """S-27: a foreign name that points here is another page's."""
    page = browser(database)
    for path in ("/api/door", "/healthz", "/openapi.json", "/", "/socket.io/"):
        answer = await page.call("GET", path, host=host)
        assert (answer.status_code == 403) == (status == 403), path


async def test_behind_an_address_of_its_own_only_that_is_served(database: Database) -> None:
    """S-27."""
    page = browser(database, public_url="https://tasks.example.org")
    assert (await page.call("GET", "/api/door", host="tasks.example.org")).status_code == 200
    assert (await page.call("GET", "/api/door", host="127.0.0.1:8000")).status_code == 403


def test_no_page_of_ours_holds_a_script_of_its_own() -> None:
    """S-14: the policy would stop it, and the page with it."""
    page = Path(__file__).parents[2] / "web" / "index.html"
    assert not page.exists() or all("src=" in part for part in page.read_text().split("<script")[1:])


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/readyz", 200), ("/healthz/x", 403), ("/", 403)])
async def test_a_probe_from_nearby_needs_not_know_the_public_name(database: Database, path: str, status: int) -> None:
    page = browser(database, public_url="https://tasks.example.org", host="0.0.0.0")  # noqa: S104
    for host in ("127.0.0.1:8000", "localhost:8000"):
        assert (await page.client.get(path, headers={"host": host})).status_code == status
    assert (await page.client.get(path, headers={"host": "rebound.example:8000"})).status_code == 403
