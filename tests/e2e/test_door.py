"""Coming in."""

import re

from playwright.async_api import expect

from onthedot.accounts.commands import create_link, create_owner_link
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


async def test_the_way_back_in_says_whose_it_is_and_a_spent_link_says_so_at_once(
    page_of: PageOf, windows: Windows, database: Database
) -> None:
    await page_of("Ada")
    link = f"{windows.origin}/link#{await create_link(database, 'ada@example.org')}"
    phone, other = await windows.stranger(), await windows.stranger()
    await phone.page.goto(link)
    await expect(phone.page.get_by_role("heading", name="Welcome back, Ada")).to_be_visible()
    await expect(phone.page.get_by_text("ada@example.org")).to_be_visible()
    await phone.page.get_by_label(re.compile("^Password")).fill("a new one for ada")
    await phone.page.get_by_role("button", name="Set it and come in").click()
    await expect(phone.page.get_by_role("heading", name="Today", exact=True)).to_be_visible()

    await other.page.goto(link)
    await expect(other.page.get_by_role("heading", name="This link is spent")).to_be_visible()


async def test_a_spent_link_of_the_first_visit_says_so_before_anything_is_typed(windows: Windows) -> None:
    desk = await windows.stranger()
    await desk.page.goto(f"{desk.origin}/welcome#spent")
    await expect(desk.page.get_by_role("heading", name="The key is in the terminal")).to_be_visible()
