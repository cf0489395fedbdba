"""A task opened beside the list, and two tabs of one browser."""

import re

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


async def test_a_project_of_a_name_that_is_taken_is_opened_instead_of_made(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    home = await desk.post("/api/projects", {"name": "Home"})
    await expect(desk.page.get_by_role("link", name="Home")).to_be_visible()
    await desk.page.get_by_role("button", name="New project").click()
    await desk.page.get_by_label("Name").fill(" hOME ")
    await expect(desk.page.get_by_role("alert")).to_contain_text("“Home”")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page).to_have_url(f"{desk.origin}/project/{home['id']}")
    assert len((await desk.get("/api/projects"))["items"]) == 1


async def test_the_subtask_box_refuses_more_tags_than_a_task_has_room_for(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.rows.click()
    box = desk.page.get_by_label("Add a subtask")
    await box.fill("Milk " + " ".join(f"@t{place}" for place in range(51)))
    await expect(desk.page.get_by_text("A task has room for 50 tags, and this text has 51.")).to_be_visible()
    await box.press("Enter")
    await expect(box).to_have_value(re.compile("^Milk"))
    await box.fill("Milk @one")
    await box.press("Enter")
    await desk.wait_for_server("/api/tasks", "Tea", "Milk")


async def test_undo_says_what_it_took_back(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Call Ana"})
    await desk.ring("Call Ana").click()
    await expect(desk.page.get_by_text("Completed “Call Ana”")).to_be_visible()
    await desk.page.keyboard.press("z")
    await expect(desk.page.get_by_text("Undone: completed “Call Ana”")).to_be_visible()
    await expect(desk.ring("Call Ana")).not_to_be_checked()
