import hashlib

import pytest

from onthedot.database import Database
from tests.web import Browser, browser, routes

OPEN = {"/api/door", "/api/sign-up", "/api/sign-in", "/api/link", "/api/link/look"}
DOORS = {"/api/sign-out", "/api/account/password", "/api/sessions", "/api/tokens"}


@pytest.fixture
async def ada(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


async def _token(ada: Browser, *scopes: str, **rest: str) -> dict[str, str]:
    made = (await ada.call("POST", "/api/tokens", {"name": "script", "scopes": scopes} | rest)).json()
    return {"authorization": f"Bearer {made['token']}"}


def _needs(method: str, path: str) -> str:
    """Return the scope that the route needs: the table that the code must agree with."""
    if any(path.startswith(door) for door in DOORS) or (method, path) == ("PATCH", "/api/account"):
        return "a session"
    return "read" if method == "GET" or path == "/api/sync" else "write"


@pytest.mark.parametrize("scope", ["read", "write", "admin"])
async def test_each_scope_opens_its_own_routes_and_no_other(database: Database, ada: Browser, scope: str) -> None:
    """S-11."""
    bearer, script = await _token(ada, scope), browser(database)
    for method, path in await routes(ada):
        if path not in OPEN:
            answer = await script.call(method, path, None if method == "GET" else {}, **bearer)
            allowed = answer.status_code != 403
            assert allowed == (_needs(method, path) == scope), (method, path, answer.text)


async def test_a_push_needs_the_scope_to_write(database: Database, ada: Browser) -> None:
    """S-11."""
    bearer = await _token(ada, "read")
    body = {"client": "0192d1f0-0000-7000-8000-000000000001", "client_now": 1}
    pulled = await browser(database).call("POST", "/api/sync", body, **bearer)
    pushed = await browser(database).call("POST", "/api/sync", body | {"mutations": [{"n": 1}]}, **bearer)
    assert (pulled.status_code, pushed.status_code) == (200, 403)


async def test_a_token_is_kept_as_a_hash_says_when_it_was_used_and_expires(database: Database, ada: Browser) -> None:
    """S-11."""
    bearer = await _token(ada, "read", expires_at="2100-01-01T00:00:00Z")
    secret, script = bearer["authorization"].removeprefix("Bearer "), browser(database)
    assert (await script.call("GET", "/api/tasks", **bearer)).status_code == 200

    [listed] = (await ada.call("GET", "/api/tokens")).json()["items"]
    assert set(listed) == {"id", "name", "scopes", "created_at", "used_at", "expires_at"}
    assert listed["used_at"] is not None
    async with database.door() as door:
        assert await door.fetchval("select hash from token") == hashlib.sha256(secret.encode()).digest()
        await door.execute("update token set expires_at = now()")
    assert (await script.call("GET", "/api/tasks", **bearer)).status_code == 401


async def test_a_token_in_the_address_opens_nothing(database: Database, ada: Browser) -> None:
    """S-09: addresses are written to logs."""
    secret = (await _token(ada, "read"))["authorization"].removeprefix("Bearer ")
    for name in ("token", "access_token", "authorization"):
        assert (await browser(database).call("GET", f"/api/tasks?{name}={secret}")).status_code == 401
