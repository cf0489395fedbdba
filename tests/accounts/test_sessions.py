import pytest

from onthedot.accounts.commands import create_link, create_owner_link
from onthedot.database import Database
from tests.web import PASSWORD, Browser, browser, routes

ADA = {"email": "ada@example.org", "password": PASSWORD}


@pytest.fixture
async def ada(database: Database) -> Browser:
    page = browser(database)
    await page.sign_up("Ada")
    return page


@pytest.mark.parametrize(
    ("since", "status"),
    [
        ({"used_at": "29 days"}, 200),
        ({"used_at": "30 days"}, 401),
        ({"created_at": "179 days"}, 200),
        ({"created_at": "180 days"}, 401),
    ],
)
async def test_a_session_ends_after_30_days_unused_and_after_180_in_any_case(
    database: Database, ada: Browser, since: dict[str, str], status: int
) -> None:
    """S-01."""
    [(column, age)] = since.items()
    async with database.door() as door:
        await door.execute(f"update session set {column} = now() - interval '{age}'")  # noqa: S608
    assert (await ada.call("GET", "/api/account")).status_code == status


async def test_signing_in_again_changes_the_secret_and_ends_the_one_before(database: Database, ada: Browser) -> None:
    """S-01."""
    before = ada.client.cookies["onthedot"]
    await ada.call("POST", "/api/sign-in", ADA)

    assert ada.client.cookies["onthedot"] != before
    old = browser(database)
    old.client.cookies.set("onthedot", before)
    assert (await old.call("GET", "/api/account")).status_code == 401
    assert len((await ada.call("GET", "/api/sessions")).json()["items"]) == 1


async def test_signing_out_ends_the_session_and_clears_the_cookie(database: Database, ada: Browser) -> None:
    """S-01."""
    secret = ada.client.cookies["onthedot"]
    await ada.call("POST", "/api/sign-out")

    assert "onthedot" not in ada.client.cookies
    again = browser(database)
    again.client.cookies.set("onthedot", secret)
    assert (await again.call("GET", "/api/account")).status_code == 401


async def test_an_ended_session_opens_no_route(database: Database, ada: Browser) -> None:
    """S-10."""
    async with database.door() as door:
        await door.execute("update session set used_at = now() - interval '31 days'")
    opened = {"/api/door", "/api/sign-up", "/api/sign-in", "/api/link", "/api/link/look"}
    for method, path in await routes(ada):
        if path not in opened:
            assert (await ada.call(method, path)).status_code == 401, (method, path)


async def test_a_link_opens_only_what_it_is_for(database: Database) -> None:
    """S-06."""
    first = await create_owner_link(database)
    nobody = browser(database)
    taken = await nobody.call("POST", "/api/link", {"token": first, "password": "a new one for ada"})
    assert (taken.status_code, taken.json()["name"]) == (410, "link_spent")
    await nobody.sign_up("Ada")
    back = await create_link(database, "ada@example.org")
    async with database.door() as door:
        await door.execute("update person set owner = false")
    eve = {"email": "eve@example.org", "name": "Eve", "password": PASSWORD, "zone": "UTC", "link": back}
    refused = await browser(database).call("POST", "/api/sign-up", eve)
    assert (refused.status_code, refused.json()["name"]) == (410, "link_spent")


async def test_a_new_password_spends_the_links_that_wait(database: Database, ada: Browser) -> None:
    """S-06."""
    link = await create_link(database, "ada@example.org")
    await ada.call("POST", "/api/account/password", {"current": PASSWORD, "password": "another one 12"})
    answer = await browser(database).call("POST", "/api/link", {"token": link, "password": "yet another one"})
    assert answer.json()["name"] == "link_spent"


async def test_only_a_trusted_proxy_says_where_somebody_comes_from(database: Database) -> None:
    """S-05."""
    behind = browser(database, trusted_proxies="127.0.0.0/8, 192.0.2.7")
    for said in ("198.51.100.1, 192.0.2.7", "203.0.113.9, 198.51.100.1, 192.0.2.7", "198.51.100.1"):
        await behind.call("POST", "/api/sign-in", ADA, **{"x-forwarded-for": said})
    async with database.door() as door:
        keys = await door.fetch("select key, tries from allowance where key like 'sign-in address%'")
    assert [tuple(row) for row in keys] == [("sign-in address 198.51.100.1", 3)]


async def test_tries_are_counted_per_address_over_all_accounts(database: Database) -> None:
    """S-05."""
    eve = browser(database)
    answers = [
        await eve.call("POST", "/api/sign-in", {"email": f"{place}@example.org", "password": "not this one"})
        for place in range(21)
    ]
    assert [answer.status_code for answer in answers] == [401] * 20 + [429]


async def test_a_try_counts_though_its_request_fails(ada: Browser) -> None:
    """S-05: the count is committed by itself."""
    change = {"current": "not this one", "password": "another one 12"}
    answers = [await ada.call("POST", "/api/account/password", change) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]


async def test_a_device_syncs_as_often_as_it_needs_and_no_more(ada: Browser) -> None:
    """S-05."""
    from onthedot.sync.api import SYNCS_PER_MINUTE  # noqa: PLC0415

    body = {"client": "0192d1f0-0000-7000-8000-000000000001", "client_now": 1, "limit": 1}
    statuses = [(await ada.call("POST", "/api/sync", body)).status_code for _ in range(SYNCS_PER_MINUTE)]
    refused = await ada.call("POST", "/api/sync", body)
    other = await ada.call("POST", "/api/sync", body | {"client": "0192d1f0-0000-7000-8000-000000000002"})

    assert set(statuses) == {200}
    assert (refused.status_code, refused.json()["name"]) == (429, "slow_down")
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert other.status_code == 200
