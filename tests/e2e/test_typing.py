"""What is being typed when a page goes away."""

from playwright.async_api import expect

from tests.e2e.window import PageOf, Window

LONGER_THAN_THE_PAUSE = 3000


async def test_a_title_that_is_being_typed_outlives_the_page(page_of: PageOf) -> None:
    desk = await _at_a_task(page_of)

    await desk.page.get_by_label("Title").fill("Green tea")
    await desk.page.reload()

    await expect(desk.rows).to_have_text(["Green tea"])
    await desk.wait_for_server("/api/tasks", "Green tea")


async def test_notes_that_are_being_typed_outlive_the_tab(page_of: PageOf) -> None:
    desk = await _at_a_task(page_of)
    address = desk.page.url

    await desk.page.get_by_role("button", name="Add notes").click()
    await desk.page.get_by_label("Notes").fill("Not from the corner shop")
    await desk.page.close(run_before_unload=True)
    again = await desk.context.new_page()
    await again.goto(address)

    await expect(again.get_by_text("Not from the corner shop")).to_be_visible()


async def test_a_title_is_stored_after_a_pause_and_escape_still_takes_it_back(page_of: PageOf) -> None:
    desk = await _at_a_task(page_of)
    title = desk.page.get_by_label("Title")

    await title.fill("Green  tea ")
    await expect(desk.rows).to_have_text(["Green tea"], timeout=LONGER_THAN_THE_PAUSE)
    await expect(title).to_be_focused()
    await expect(title).to_have_value("Green  tea ")
    await desk.page.keyboard.press("Escape")

    await expect(desk.rows).to_have_text(["Tea"])
    await desk.wait_for_server("/api/tasks", "Tea")


async def test_what_the_server_forbids_never_reaches_it(page_of: PageOf) -> None:
    desk = await _at_a_task(page_of)
    await desk.page.get_by_role("button", name="Add notes").click()

    await desk.page.get_by_label("Notes").fill("From a\x00 PDF\fits next page\u2028and a line")
    await desk.page.get_by_label("Title").fill("Green\ftea\u2028\x01leaves")
    await desk.page.keyboard.press("Enter")

    await desk.wait_for_server("/api/tasks", "Green tea leaves")
    [kept] = (await desk.get("/api/tasks"))["items"]
    assert kept["notes"] == "From a PDF\nits next page\nand a line"


async def _at_a_task(page_of: PageOf) -> Window:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.rows.click()
    await expect(desk.page.get_by_label("Title")).to_have_value("Tea")
    return desk
