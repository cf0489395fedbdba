"""A reminder at its moment, on all screens of its person."""

from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, expect

from tests.e2e.window import PageOf, Window


async def test_a_reminder_tells_its_person_in_every_browser_and_nobody_else(page_of: PageOf) -> None:
    desk, sofa, stranger = await page_of("Ada"), await page_of("Ada"), await page_of("Grace")
    at = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    await desk.post("/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})

    for window in (desk, sofa):
        await expect(toast(window)).to_be_visible()
        await expect(window.page.get_by_role("button", name="Notices, 1 unread")).to_be_visible()
    await toast(desk).get_by_role("button", name="Done").click()

    for window in (desk, sofa):
        await expect(toast(window)).to_have_count(0)
        await expect(window.page.get_by_role("button", name="Notices", exact=True)).to_be_visible()
        await expect(window.rows).to_have_count(0)
    await expect(stranger.page.get_by_role("button", name="Notices", exact=True)).to_be_visible()
    await expect(stranger.page.get_by_text("Tea")).to_have_count(0)


def toast(window: Window) -> Locator:
    return window.page.get_by_role("status").filter(has_text="Tea")
