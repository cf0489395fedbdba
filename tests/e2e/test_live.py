"""Two browsers of one person, and one of somebody else."""

from playwright.async_api import expect

from tests.e2e.window import PageOf


async def test_a_task_done_in_one_browser_leaves_the_list_of_the_other(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(sofa.rows).to_have_text(["Tea"])

    await desk.ring("Tea").check()

    await expect(desk.rows).to_have_count(0)
    await expect(sofa.rows).to_have_count(0)
    await desk.wait_for_server("/api/tasks?status=done", "Tea")


async def test_what_is_done_by_mistake_is_undone_by_one_key_in_both(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.ring("Tea").check()
    await expect(sofa.rows).to_have_count(0)

    await desk.page.keyboard.press("z")

    await expect(desk.rows).to_have_text(["Tea"])
    await expect(sofa.rows).to_have_text(["Tea"])


async def test_an_order_made_by_keys_is_the_order_in_both(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    for title in ("Tea", "Milk", "Bread"):
        await desk.post("/api/tasks", {"title": title})
    await expect(desk.rows).to_have_text(["Tea", "Milk", "Bread"])

    await desk.page.keyboard.press("j")
    await desk.page.keyboard.press("Alt+ArrowDown")
    await expect(desk.rows).to_have_text(["Milk", "Tea", "Bread"])
    await expect(sofa.rows).to_have_text(["Milk", "Tea", "Bread"])
    await desk.page.keyboard.press("Alt+ArrowDown")
    await desk.page.keyboard.press("Alt+ArrowUp")
    await desk.page.keyboard.press("Alt+ArrowUp")

    await expect(desk.rows).to_have_text(["Tea", "Milk", "Bread"])
    await expect(sofa.rows).to_have_text(["Tea", "Milk", "Bread"])


async def test_nobody_else_sees_any_of_it(page_of: PageOf) -> None:
    ada, grace = await page_of("Ada"), await page_of("Grace")
    await grace.post("/api/tasks", {"title": "Compiler"})
    await ada.post("/api/tasks", {"title": "Tea"})
    await expect(ada.rows).to_have_text(["Tea"])

    await grace.post("/api/tasks", {"title": "Nanoseconds"})

    await expect(grace.rows).to_have_text(["Compiler", "Nanoseconds"])
    await expect(ada.rows).to_have_text(["Tea"])
