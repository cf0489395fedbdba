"""What a row says is what its view does not."""

from datetime import UTC, datetime

from playwright.async_api import expect

from tests.e2e.window import PageOf

NINE_IN_BERLIN = datetime(2030, 1, 15, 8, tzinfo=UTC)


async def test_where_the_view_says_neither_a_row_says_its_project_and_when_it_is_due(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    project = await desk.post("/api/projects", {"name": "Home", "color": "teal"})
    task = {"title": "Tea", "tags": ["shop"], "project": project["id"], "due": {"date": "2099-01-15"}}
    await desk.post("/api/tasks", task)
    [tag] = (await desk.get("/api/tags"))["items"]
    for path in ("/search?q=tea", f"/tags?tag={tag['id']}"):
        await desk.page.goto(desk.origin + path)
        row = desk.page.get_by_role("listitem").filter(has=desk.rows)
        await expect(row).to_contain_text("Thu 15 Jan 2099")
        await expect(row.get_by_title("Home", exact=True)).to_be_visible()


async def test_a_subtask_in_a_list_of_times_says_what_it_is_part_of(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    concert = await desk.post("/api/tasks", {"title": "Plan the concert"})
    due = {"date": datetime.now(UTC).date().isoformat()}
    await desk.post("/api/tasks", {"title": "Book the hall", "parent": concert["id"], "due": due})
    for path in ("/today", "/upcoming"):
        await desk.page.goto(desk.origin + path)
        await expect(desk.ring("Book the hall, part of Plan the concert")).to_be_visible()
        await expect(desk.page.get_by_title("Part of “Plan the concert”")).to_be_visible()


async def test_the_hour_of_the_now_line_is_whole_above_the_first_row(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Lunch", "due": {"at": "2030-01-15T12:00"}})
    await desk.page.clock.set_fixed_time(NINE_IN_BERLIN)
    for width in (1280, 390):
        await desk.page.set_viewport_size({"width": width, "height": 844})
        await desk.page.goto(f"{desk.origin}/today")
        hour = await desk.page.locator("time", has_text="Now 09:00").bounding_box()
        header = await desk.page.locator("header", has_text="Today").bounding_box()
        assert hour
        assert header
        assert hour["y"] >= header["y"] + header["height"]
