"""Coming in."""

import re

from playwright.async_api import expect

from onthedot.accounts.commands import create_owner_link
from onthedot.database import Database
from tests.e2e.window import PageOf, Windows
from tests.web import PASSWORD


async def test_the_one_time_link_makes_the_first_account_and_shows_its_list(
    windows: Windows, database: Database
) -> None:
    desk = await windows.stranger()
    await desk.page.goto(f"{desk.origin}/welcome#{await create_owner_link(database)}")
    await desk.page.get_by_label("Name").fill("Ada")
    await desk.page.get_by_label("E-mail").fill("ada@example.org")
    await desk.page.get_by_label(re.compile("^Password")).fill(PASSWORD)
    await desk.page.get_by_role("button", name="Create the account").click()

    await expect(desk.page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    await expect(desk.page).to_have_url(f"{desk.origin}/today")
    account = await desk.get("/api/account")
    assert (account["name"], account["zone"], account["owner"]) == ("Ada", "Europe/Berlin", True)


async def test_a_stranger_is_asked_who_they_are_and_comes_in_by_the_password(page_of: PageOf, windows: Windows) -> None:
    await page_of("Ada")
    phone = await windows.stranger()
    await phone.page.goto(f"{phone.origin}/inbox")
    await phone.page.get_by_label("E-mail").fill("ada@example.org")
    await phone.page.get_by_label(re.compile("^Password")).fill("not this one")
    await phone.page.get_by_role("button", name="Sign in").click()
    await expect(phone.page.get_by_role("alert")).to_be_visible()

    await phone.page.get_by_label(re.compile("^Password")).fill(PASSWORD)
    await phone.page.get_by_role("button", name="Sign in").click()

    await expect(phone.page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
