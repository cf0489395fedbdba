"""What lies over a page: "back" closes it alone, and a reminder is told over it all the same."""

from datetime import UTC, datetime, timedelta
from re import compile as pattern

import pytest
from playwright.async_api import expect

from tests.e2e.test_notices import toast
from tests.e2e.window import PageOf, Window, Windows

LAYERS = {
    "q": "Add a task",
    "Control+k": "Commands and search",
    "?": "Shortcuts",
    "d": "Due date",
    "v": "Move to a project",
}


@pytest.mark.parametrize("key", LAYERS)
async def test_back_closes_what_lies_over_the_page_and_leaves_the_page_as_it_is(page_of: PageOf, key: str) -> None:
    desk = await _at_an_open_task(page_of)
    address = desk.page.url

    await desk.page.keyboard.press(key)
    await expect(desk.page.get_by_role("dialog", name=LAYERS[key])).to_be_visible()
    await desk.page.go_back()

    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await expect(desk.page).to_have_url(address)
    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")
    await desk.page.go_back()
    await expect(desk.page.get_by_role("complementary", name="Task")).to_have_count(0)
    await expect(desk.page).to_have_url(desk.origin + "/inbox")


async def test_what_was_closed_by_its_own_key_is_not_in_the_way_of_back(page_of: PageOf) -> None:
    desk = await _at_an_open_task(page_of)
    dialog = desk.page.get_by_role("dialog")

    for key in ("q", "Control+k", "?"):
        await desk.page.keyboard.press(key)
        await expect(dialog).to_be_visible()
        await desk.page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
    await desk.page.go_back()

    await expect(desk.page).to_have_url(desk.origin + "/inbox")


async def test_a_place_chosen_over_the_page_is_one_step_from_it(page_of: PageOf) -> None:
    desk = await _at_an_open_task(page_of)
    address = desk.page.url

    await desk.page.keyboard.press("Control+k")
    await desk.page.get_by_label("Do or find anything").fill("upcoming")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page).to_have_url(desk.origin + "/upcoming")
    await desk.page.go_back()

    await expect(desk.page).to_have_url(address)


async def test_back_closes_a_menu_alone(page_of: PageOf) -> None:
    desk = await _at_an_open_task(page_of)
    address = desk.page.url

    await desk.page.get_by_role("complementary").get_by_role("button", name="More").click()
    await expect(desk.page.get_by_role("menu")).to_be_visible()
    await desk.page.go_back()

    await expect(desk.page.get_by_role("menu")).to_have_count(0)
    await expect(desk.page).to_have_url(address)


async def test_the_palette_opens_from_what_is_being_written_and_goes_back_to_it(page_of: PageOf) -> None:
    desk = await page_of("Ada", "/search")
    field = desk.page.get_by_label("Search tasks")
    await field.fill("tea")

    await field.press("Control+k")
    await expect(desk.page.get_by_label("Do or find anything")).to_be_focused()
    await desk.page.keyboard.press("Escape")

    await expect(field).to_be_focused()
    await expect(field).to_have_value("tea")
    await expect(desk.page).to_have_url(desk.origin + "/search?q=tea")


async def test_a_task_that_its_own_menu_deleted_is_not_come_back_to(page_of: PageOf) -> None:
    desk = await _at_an_open_task(page_of)
    panel = desk.page.get_by_role("complementary", name="Task")

    await panel.get_by_role("button", name="More").click()
    await desk.page.get_by_role("menuitem", name="Delete").click()
    await expect(desk.page).to_have_url(desk.origin + "/inbox")
    await desk.page.go_back()

    await expect(desk.page).to_have_url(desk.origin + "/inbox")
    await expect(panel).to_have_count(0)


async def test_a_page_that_is_loaded_anew_under_a_dialog_is_one_step_from_the_one_before(page_of: PageOf) -> None:
    desk = await _at_an_open_task(page_of)
    await desk.page.keyboard.press("q")
    await expect(desk.page.get_by_role("dialog")).to_be_visible()

    await desk.page.reload()
    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")
    await desk.page.wait_for_function("history.state === null")
    await desk.page.go_back()

    await expect(desk.page).to_have_url(desk.origin + "/inbox")


async def test_back_closes_the_drawer_of_a_phone_and_a_place_chosen_in_it_is_one_step(windows: Windows) -> None:
    phone = await windows.phone_of("Ada")
    drawer = phone.page.get_by_role("navigation", name="Main")
    more = phone.page.get_by_role("button", name="More places")

    await more.tap()
    await expect(drawer).to_be_visible()
    await phone.page.go_back()
    await expect(drawer).to_have_count(0)
    await expect(phone.page).to_have_url(phone.origin + "/inbox")
    await more.tap()
    await drawer.get_by_role("link", name="Upcoming").tap()
    await expect(phone.page).to_have_url(phone.origin + "/upcoming")
    await expect(drawer).to_have_count(0)
    await phone.page.go_back()

    await expect(phone.page).to_have_url(phone.origin + "/inbox")


@pytest.mark.parametrize("key", ["q", "Control+k", "?"])
async def test_a_reminder_is_told_over_what_is_open_and_done_there(page_of: PageOf, key: str) -> None:
    desk = await page_of("Ada")
    at = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    await desk.post("/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})
    await desk.page.keyboard.press(key)
    dialog = desk.page.get_by_role("dialog", name=LAYERS[key])
    await expect(dialog).to_be_visible()

    await toast(desk).get_by_role("button", name="Done").click()

    await expect(desk.page.get_by_role("button", name=pattern("^Undo"))).to_be_visible()
    await expect(dialog).to_be_visible()
    await desk.wait_for_server("/api/tasks?status=done", "Tea")


async def test_a_reminder_that_was_told_over_a_dialog_stays_when_that_goes(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    at = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    await desk.post("/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})
    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("Half a thought")
    await expect(toast(desk)).to_be_visible()

    await desk.page.keyboard.press("Escape")
    await toast(desk).get_by_role("button", name="Open").click()

    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")


async def _at_an_open_task(page_of: PageOf) -> Window:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.rows.click()
    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")
    return desk
