"""A line typed after Q is a task everywhere; and the same by keys alone, to the end of a day."""

from playwright.async_api import expect

from tests.e2e.window import PageOf


async def test_a_line_typed_after_q_is_a_task_here_at_the_server_and_in_the_other_browser(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await expect(sofa.page.get_by_text("Nothing waits here")).to_be_visible()

    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("Tea tomorrow 9am p1")
    await desk.page.keyboard.press("Enter")

    await expect(desk.rows).to_have_text(["Tea"])
    await expect(sofa.rows).to_have_text(["Tea"])
    await desk.wait_for_server("/api/tasks", "Tea")
    [task] = (await desk.get("/api/tasks"))["items"]
    assert (task["priority"], task["due"]["at"][10:]) == (1, "T09:00")


async def test_what_is_typed_stays_until_it_is_added(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("Half a th")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("ought")
    await desk.page.keyboard.press("Enter")
    await desk.wait_for_server("/api/tasks", "Half a thought")


async def test_keys_alone_add_open_rewrite_date_complete_undo_and_delete(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    press, type_in = desk.page.keyboard.press, desk.page.keyboard.type
    await press("q")
    for line in ("Tea", "Milk", "Bread"):
        await type_in(line)
        await press("Enter")
    await press("Escape")
    await expect(desk.rows).to_have_text(["Tea", "Milk", "Bread"])

    await press("j")
    await expect(desk.rows.first).to_be_focused()
    await press("Enter")
    title = desk.page.get_by_label("Title")
    await expect(title).to_have_value("Tea")
    while not await title.evaluate("title => title === document.activeElement"):
        await press("Tab")
    await press("End")
    await type_in(" for two")
    await press("Enter")
    await press("Escape")
    await expect(desk.page.get_by_role("complementary", name="Task")).to_have_count(0)
    await expect(desk.rows).to_have_text(["Tea for two", "Milk", "Bread"])

    await press("j")
    await expect(desk.rows.nth(1)).to_be_focused()
    await press("t")
    await press("j")
    await press("e")
    await expect(desk.rows).to_have_text(["Tea for two", "Milk"])
    await press("z")
    await expect(desk.rows).to_have_text(["Tea for two", "Milk", "Bread"])

    await press("g")
    await press("t")
    await expect(desk.page.get_by_role("heading", name="Today", exact=True)).to_be_visible()
    await expect(desk.rows).to_have_text(["Milk"])
    await press("j")
    await press("Delete")
    await expect(desk.rows).to_have_count(0)
    await desk.wait_for_server("/api/tasks", "Tea for two", "Bread")


async def test_a_mistyped_date_is_offered_right_where_the_view_would_give_another(page_of: PageOf) -> None:
    desk = await page_of("Ada", "/today")
    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("Tea tomorow")
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("Today, because you are on Today")
    await expect(dialog).to_contain_text("Did you mean tomorrow?")
    await desk.page.keyboard.press("Tab")
    await expect(dialog.get_by_label("Add a task", exact=True)).to_have_value("Tea tomorrow")
    await expect(dialog).not_to_contain_text("because")


async def test_of_a_pasted_list_what_is_ticked_off_is_left_out(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.page.keyboard.press("q")
    await desk.page.get_by_role("dialog").get_by_label("Add a task", exact=True).fill("* [ ] Eggs\n[x] Milk\n1. Tea")
    await expect(desk.page.get_by_text("One line is ticked off: it is left out.")).to_be_visible()
    await desk.page.keyboard.press("Enter")
    await desk.wait_for_server("/api/tasks", "Eggs", "Tea")


async def test_a_name_that_is_there_is_taken_however_it_is_written(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    street = await desk.post("/api/projects", {"name": "Straße"})
    await expect(desk.page.get_by_role("link", name="Straße")).to_be_visible()
    await desk.page.keyboard.press("q")
    await desk.page.keyboard.type("Sweep #STRASSE")
    await desk.page.keyboard.press("Enter")

    await desk.wait_for_server("/api/tasks", "Sweep")

    [task] = (await desk.get("/api/tasks"))["items"]
    assert task["project"] == street["id"]
    assert len((await desk.get("/api/projects"))["items"]) == 1
