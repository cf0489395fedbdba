import hashlib
from datetime import datetime

import pytest

from onthedot.accounts.commands import create_link, create_owner_link
from onthedot.database import Database
from tests.web import ORIGIN, PASSWORD, browser, routes

ADA = {"email": "ada@example.org", "name": "Ada", "password": PASSWORD, "zone": "Europe/Berlin"}


async def test_the_first_visit_makes_the_owner_and_closes_the_door(database: Database) -> None:
    ada, eve = browser(database, sign_up="closed"), browser(database, sign_up="closed")
    assert (await ada.call("GET", "/api/door")).json() == {"sign_up": "first"}
    assert (await eve.call("POST", "/api/sign-up", ADA)).json()["name"] == "link_spent"

    account = await ada.sign_up("Ada")

    assert account["owner"] is True
    assert (await eve.call("GET", "/api/door")).json() == {"sign_up": "closed"}
    refused = await eve.call("POST", "/api/sign-up", ADA | {"email": "eve@example.org"})
    assert (refused.status_code, refused.json()["name"]) == (403, "sign_up_closed")
    assert await create_owner_link(database) is None


async def test_a_session_is_a_hashed_secret_in_a_guarded_cookie(database: Database) -> None:
    """S-01."""
    ada = browser(database, public_url="https://tasks.example.org")
    ada.client.base_url = "https://tasks.example.org"
    link = await create_owner_link(database)
    answer = await ada.call("POST", "/api/sign-up", ADA | {"link": link}, origin="https://tasks.example.org")

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-onthedot=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    secret = ada.client.cookies["__Host-onthedot"]
    async with database.door() as door:
        assert await door.fetchval("select hash from session") == hashlib.sha256(secret.encode()).digest()


async def test_an_ended_session_opens_nothing(database: Database) -> None:
    """S-01; that its socket closes is in tests/realtime."""
    ada, phone = browser(database), browser(database)
    await ada.sign_up("Ada")
    await phone.call("POST", "/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    sessions = (await ada.call("GET", "/api/sessions")).json()["items"]
    [other] = [session["id"] for session in sessions if not session["current"]]

    await ada.call("DELETE", f"/api/sessions/{other}")

    assert (await phone.call("GET", "/api/account")).status_code == 401
    assert (await ada.call("GET", "/api/account")).status_code == 200


async def test_a_new_password_ends_all_other_sessions(database: Database) -> None:
    ada, phone = browser(database), browser(database)
    await ada.sign_up("Ada")
    await phone.call("POST", "/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})

    changed = await ada.call("POST", "/api/account/password", {"current": PASSWORD, "password": "another one 12"})

    assert changed.status_code == 200
    assert (await phone.call("GET", "/api/account")).status_code == 401
    assert (await ada.call("GET", "/api/account")).status_code == 200


async def test_a_link_brings_back_in_once(database: Database) -> None:
    """S-06."""
    ada = browser(database)
    await ada.sign_up("Ada")
    token = await create_link(database, "ADA@example.org")
    body = {"token": token, "password": "a new one for ada"}

    first = await browser(database).call("POST", "/api/link", body)
    second = await browser(database).call("POST", "/api/link", body)

    assert (first.status_code, second.status_code) == (200, 410)
    assert (await ada.call("GET", "/api/account")).status_code == 401


async def test_looking_at_a_link_tells_whom_it_lets_in_and_leaves_it_whole(database: Database) -> None:
    """S-06."""
    first = await create_owner_link(database)
    welcome = await browser(database).call("POST", "/api/link/look", {"token": first})
    assert welcome.json() == {"purpose": "first_visit", "name": None, "email": None}
    await browser(database).sign_up("Ada")
    token = await create_link(database, "ada@example.org")
    body = {"token": token, "password": "a new one for ada"}

    looks = [await browser(database).call("POST", "/api/link/look", {"token": token}) for _ in range(2)]
    used = await browser(database).call("POST", "/api/link", body)
    spent = [await browser(database).call("POST", "/api/link/look", {"token": other}) for other in (token, first, "x")]

    assert [look.json() for look in looks] == [{"purpose": "way_back", "name": "Ada", "email": "ada@example.org"}] * 2
    assert used.status_code == 200
    assert [(answer.status_code, answer.json()["name"]) for answer in spent] == [(410, "link_spent")] * 3


async def test_who_looks_at_link_after_link_is_told_to_wait(database: Database) -> None:
    """S-05."""
    eve = browser(database)
    answers = [await eve.call("POST", "/api/link/look", {"token": str(place)}) for place in range(21)]
    assert [answer.status_code for answer in answers] == [410] * 20 + [429]


async def test_an_old_link_is_spent(database: Database) -> None:
    """S-06."""
    ada = browser(database)
    await ada.sign_up("Ada")
    token = await create_link(database, "ada@example.org")
    async with database.door() as door:
        await door.execute("update link set expires_at = now() - interval '1 second'")
    answer = await browser(database).call("POST", "/api/link", {"token": token, "password": "a new one for ada"})
    look = await browser(database).call("POST", "/api/link/look", {"token": token})
    assert (answer.json()["name"], look.json()["name"]) == ("link_spent", "link_spent")


async def test_an_unknown_person_gets_the_same_answer(database: Database) -> None:
    """S-04."""
    ada = browser(database)
    await ada.sign_up("Ada")
    wrong = await ada.call("POST", "/api/sign-in", {"email": "ada@example.org", "password": "not this one"})
    nobody = await ada.call("POST", "/api/sign-in", {"email": "nobody@example.org", "password": "not this one"})

    assert (wrong.status_code, wrong.json()) == (nobody.status_code, nobody.json())


async def test_tries_are_counted_per_account_and_a_forged_address_does_not_help(database: Database) -> None:
    """S-05."""
    ada = browser(database)
    await ada.sign_up("Ada")
    body = {"email": "ada@example.org", "password": "not this one"}
    answers = [
        await ada.call("POST", "/api/sign-in", body, **{"x-forwarded-for": f"192.0.2.{place}"}) for place in range(6)
    ]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 61
    async with database.door() as door:
        keys = [row["key"] for row in await door.fetch("select key from allowance where key like 'sign-in address%'")]
    assert keys == ["sign-in address 127.0.0.1"]


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": None},
        {"origin": None, "sec-fetch-site": "cross-site"},
        {"content-type": None},
    ],
)
async def test_no_route_takes_what_a_foreign_page_could_send(
    database: Database, headers: dict[str, str | None]
) -> None:
    """S-02."""
    ada = browser(database)
    await ada.sign_up("Ada")
    sent = {"origin": ORIGIN, "content-type": "application/json"} | headers
    kept = {name: value for name, value in sent.items() if value is not None}
    for method, path in await routes(ada):
        if method != "GET":
            answer = await ada.client.request(method, path, content=b"{}", headers=kept)
            assert (answer.status_code, answer.json()["name"]) == (403, "forbidden"), (method, path)


async def test_our_own_page_may_write_where_the_browser_leaves_the_origin_out(database: Database) -> None:
    """S-02."""
    ada = browser(database)
    await ada.sign_up("Ada")
    headers = {"content-type": "application/json", "sec-fetch-site": "same-origin"}
    answer = await ada.client.post("/api/tasks", content=b'{"title": "Tea"}', headers=headers)
    assert answer.status_code == 201


async def test_a_foreign_host_is_not_served(database: Database) -> None:
    """S-27; of sockets in tests/realtime."""
    ada = browser(database)
    answer = await ada.call("GET", "/api/door", host="rebound.example")
    assert answer.status_code == 403
    assert "ONTHEDOT_PUBLIC_URL" in answer.json()["detail"]


async def test_a_token_does_what_its_scopes_say_and_opens_no_doors(database: Database) -> None:
    """S-11; each scope on each route is in test_tokens.py."""
    ada = browser(database)
    await ada.sign_up("Ada")

    async def token(*scopes: str) -> dict[str, str]:
        made = await ada.call("POST", "/api/tokens", {"name": "script", "scopes": scopes})
        assert made.json()["token"].startswith("otd_")
        return {"authorization": f"Bearer {made.json()['token']}", "origin": "https://anywhere.example"}

    reader, writer, admin = await token("read"), await token("write"), await token("read", "write", "admin")
    script = browser(database)
    assert (await script.call("GET", "/api/tasks", **reader)).status_code == 200
    assert (await script.call("POST", "/api/tasks", {"title": "No"}, **reader)).status_code == 403
    assert (await script.call("POST", "/api/tasks", {"title": "Yes"}, **writer)).status_code == 201
    assert (await script.call("GET", "/api/tasks", **writer)).status_code == 403
    for method, path in (("GET", "/api/sessions"), ("POST", "/api/tokens"), ("GET", "/api/tokens")):
        body = {"name": "more", "scopes": ["read"]} if method == "POST" else None
        assert (await script.call(method, path, body, **admin)).status_code == 403
    [first, *_] = (await ada.call("GET", "/api/tokens")).json()["items"]
    await ada.call("DELETE", f"/api/tokens/{first['id']}")
    assert (await script.call("GET", "/api/tasks", **admin)).status_code == 401


async def test_reading_by_a_token_notes_its_use_once_a_minute_and_not_each_time(database: Database) -> None:
    ada = browser(database)
    await ada.sign_up("Ada")
    made = await ada.call("POST", "/api/tokens", {"name": "script", "scopes": ["read"]})
    script = {"authorization": f"Bearer {made.json()['token']}"}

    async def used() -> datetime:
        await ada.call("GET", "/api/tasks", **script)
        async with database.door() as door:
            return await door.fetchval("select used_at from token")

    first = await used()
    assert first is not None
    assert await used() == first
    async with database.door() as door:
        await door.execute("update token set used_at = used_at - interval '2 minutes'")
    assert await used() > first
