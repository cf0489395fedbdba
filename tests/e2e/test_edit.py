"""A task opened beside the list, and two tabs of one browser."""

from playwright.async_api import Request, expect

from tests.e2e.window import PageOf


async def test_a_title_rewritten_in_one_browser_reads_so_in_the_other(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.rows.click()

    await desk.page.get_by_label("Title").fill("Green tea")
    await desk.page.keyboard.press("Enter")

    await expect(desk.rows).to_have_text(["Green tea"])
    await expect(sofa.rows).to_have_text(["Green tea"])
    await desk.wait_for_server("/api/tasks", "Green tea")


async def test_an_edit_in_one_tab_is_in_the_other_and_only_one_of_them_sends(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.post("/api/tasks", {"title": "Milk"})
    second = await desk.open_tab("/inbox")
    senders: set[int] = set()
    for page in (desk.page, second.page):
        page.on("request", lambda request, page=page: senders.add(id(page)) if _pushes(request) else None)

    await second.ring("Tea").check()
    await expect(desk.rows).to_have_text(["Milk"])
    await desk.ring("Milk").check()
    await expect(second.rows).to_have_count(0)

    await desk.wait_for_server("/api/tasks?status=done", "Tea", "Milk")
    assert len(senders) == 1


def _pushes(request: Request) -> bool:
    return request.url.endswith("/api/sync") and '"mutations":[{' in (request.post_data or "")
