"""What lies over a page: "back" closes it alone."""

import pytest
from playwright.async_api import expect

from tests.e2e.window import PageOf, Window

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


async def _at_an_open_task(page_of: PageOf) -> Window:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.rows.click()
    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")
    return desk
