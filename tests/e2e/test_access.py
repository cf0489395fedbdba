"""For everyone: every view in light and dark passes axe, and keys alone are enough."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.window import PageOf, Scheme, Windows

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = (
    "/inbox",
    "/today",
    "/upcoming",
    "/tags",
    "/trash",
    "/activity",
    "/conflicts",
    "/search?q=tea",
    "/settings/account",
    "/settings/appearance",
    "/settings/shortcuts",
    "/settings/sessions",
    "/settings/integrations",
)
DOORS = ("/sign-in", "/welcome#token", "/link#token")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_view_keeps_anybody_out(page_of: PageOf, scheme: Scheme) -> None:
    desk = await page_of("Ada", scheme=scheme)
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_an_open_task_keeps_nobody_out(page_of: PageOf, scheme: Scheme) -> None:
    desk = await page_of("Ada", scheme=scheme)
    task = {"title": "Tea", "due": {"at": "2020-01-15T09:00"}, "priority": 2, "notes": "- one"}
    await desk.post("/api/tasks", task)
    await desk.rows.click()
    await expect(desk.page.get_by_role("complementary", name="Task")).to_be_visible()
    found = await serious(desk.page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("door", DOORS)
async def test_no_door_keeps_anybody_out(windows: Windows, door: str, scheme: Scheme) -> None:
    desk = await windows.stranger(scheme)
    await desk.page.goto(desk.origin + door)
    await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    found = await serious(desk.page)
    assert not found, "\n".join(found)


async def serious(page: Page) -> list[str]:
    """Return what axe finds on the page that keeps somebody out, and where."""
    await page.evaluate(AXE.read_text())
    result: dict[str, Any] = await page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{issue['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for issue in result["violations"]
        if issue["impact"] in {"serious", "critical"}
        for node in issue["nodes"]
    ]
