"""For everyone: every view in light and dark passes axe."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from onthedot.accounts.commands import create_link, create_owner_link
from onthedot.database import Database
from tests.e2e.window import PageOf, Windows

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = (
    "/inbox",
    "/today",
    "/upcoming",
    "/tags",
    "/trash",
    "/activity",
    "/notices",
    "/conflicts",
    "/search?q=tea",
    "/settings/account",
    "/settings/appearance",
    "/settings/shortcuts",
    "/settings/sessions",
    "/settings/integrations",
)
OVERLAYS = ("q", "Control+k", "?", "d", "r", "v", "l")
DOORS = ("/sign-in", "/welcome#token", "/link#token")


async def test_no_view_keeps_anybody_out(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/projects", {"name": "Home", "color": "brick"})
    for title, due in (("Tea", "2020-01-15T09:00"), ("Milk", "2099-01-15T09:00")):
        task = {"title": title, "due": {"at": due}, "priority": 1, "tags": ["shop"], "notes": "*good*"}
        await desk.post("/api/tasks", task)
    found: list[str] = []
    for view in VIEWS:
        await desk.page.goto(desk.origin + view)
        await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
        found += [f"{view} {issue}" for issue in await serious(desk.page)]
    assert not found, "\n".join(found)


async def test_an_open_task_keeps_nobody_out(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    task = {"title": "Tea", "due": {"at": "2020-01-15T09:00"}, "priority": 2, "notes": "- one"}
    await desk.post("/api/tasks", task)
    await desk.rows.click()
    await expect(desk.page.get_by_role("complementary", name="Task")).to_be_visible()
    found = await serious(desk.page)
    assert not found, "\n".join(found)


async def test_nothing_that_lies_over_a_page_keeps_anybody_out(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea", "due": {"date": "2099-01-15"}, "tags": ["shop"]})
    await expect(desk.rows).to_have_count(1)
    await desk.page.keyboard.press("j")
    await expect(desk.rows).to_be_focused()
    dialog = desk.page.locator("dialog[open]")
    found: list[str] = []
    for key in OVERLAYS:
        await desk.page.keyboard.press(key)
        await expect(dialog).to_be_visible()
        if key == "q":
            await desk.page.keyboard.type("Call tomorrow 9am #Home @phone p1")
        found += [f"{key} {issue}" for issue in await serious(desk.page)]
        await desk.page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
    assert not found, "\n".join(found)


async def test_the_menu_of_a_row_and_the_bar_of_what_is_selected_keep_nobody_out(windows: Windows) -> None:
    found: list[str] = []
    for window in (await windows.page_of("Ada"), await windows.phone_of("Ada")):
        await window.post("/api/tasks", {"title": "Tea"})
        await window.rows.first.focus()
        await window.page.keyboard.press("Control+a")
        found += await serious(window.page)
        bar = window.page.get_by_role("toolbar", name="For all that are selected")
        await bar.get_by_role("button", name="More").click()
        await expect(window.page.get_by_role("menu")).to_be_visible()
        found += await serious(window.page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("door", DOORS)
async def test_no_door_keeps_anybody_out(windows: Windows, door: str) -> None:
    desk = await windows.stranger()
    await desk.page.goto(desk.origin + door)
    await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    found = await serious(desk.page)
    assert not found, "\n".join(found)


async def test_no_one_use_link_keeps_anybody_out(page_of: PageOf, windows: Windows, database: Database) -> None:
    desk = await windows.stranger()
    await desk.page.goto(f"{desk.origin}/welcome#{await create_owner_link(database)}")
    await expect(desk.page.get_by_label("E-mail")).to_be_visible()
    found = await serious(desk.page)
    await page_of("Ada")
    await desk.page.goto(f"{desk.origin}/link#{await create_link(database, 'ada@example.org')}")
    await expect(desk.page.get_by_role("heading", name="Welcome back, Ada")).to_be_visible()
    found += await serious(desk.page)
    assert not found, "\n".join(found)


async def serious(page: Page) -> list[str]:
    """Return what axe finds on the page that keeps somebody out, and where; in the dark only colours are other ones."""
    await page.evaluate(AXE.read_text())
    found = await _violations(page, "axe.run({ resultTypes: ['violations'] })")
    await page.emulate_media(color_scheme="dark")
    found += await _violations(page, "axe.run({ runOnly: ['color-contrast', 'link-in-text-block'] })")
    await page.emulate_media(color_scheme="light")
    return found


async def _violations(page: Page, run: str) -> list[str]:
    result: dict[str, Any] = await page.evaluate(run)
    return [
        f"{issue['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for issue in result["violations"]
        if issue["impact"] in {"serious", "critical"}
        for node in issue["nodes"]
    ]
