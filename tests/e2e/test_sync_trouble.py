"""When a device and the server have drifted apart: nothing that was done is lost, and both are alike again."""

import asyncio
import time
from collections.abc import AsyncGenerator
from typing import TypeAlias
from uuid import uuid4

import asyncpg
import pytest
from playwright.async_api import Route, expect

from tests.e2e.window import PATIENCE_SECONDS, PageOf, Window

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

# What the device keeps of where it stands is written over, as by a device that comes from elsewhere.
STAND_ELSEWHERE = """
async (change) => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith("onthedot-"));
  const disk = await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const store = disk.transaction("position", "readwrite").objectStore("position");
  const position = await new Promise((resolve) => {
    const request = store.get("now");
    request.onsuccess = () => resolve(request.result);
  });
  await new Promise((resolve) => {
    store.put({ ...position, ...change }, "now").onsuccess = resolve;
  });
  disk.close();
}
"""
KEPT_HERE = """
async () => {
  const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith("onthedot-"));
  const disk = await new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const texts = await new Promise((resolve) => {
    const request = disk.transaction("rows").objectStore("rows").getAll();
    request.onsuccess = () => resolve(request.result);
  });
  disk.close();
  return texts.flatMap((text) => JSON.parse(text)).map(({ title }) => title).sort();
}
"""


@pytest.fixture
async def owner(migrated: str) -> AsyncGenerator[Connection]:
    """Return the administrator's line to the database."""
    connection = await asyncpg.connect(migrated)
    yield connection
    await connection.close()


async def test_after_a_restored_backup_what_waits_is_sent_again_and_the_rest_is_fetched(
    page_of: PageOf, owner: Connection
) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])
    await desk.context.set_offline(offline=True)
    await desk.ring("Tea").check()
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()

    await owner.execute("update space set epoch = gen_random_uuid()")
    await desk.post("/api/tasks", {"title": "Milk"})
    await desk.context.set_offline(offline=False)

    await expect(desk.rows).to_have_text(["Milk"])
    await expect(desk.page.get_by_text("Everything saved")).to_be_visible()
    await desk.wait_for_server("/api/tasks?status=done", "Tea")


async def test_a_device_that_stands_where_the_server_never_was_starts_afresh(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])
    await _is_kept(desk, "Tea")

    await desk.page.evaluate(STAND_ELSEWHERE, {"cursor": "999999.deadbeef"})
    await desk.post("/api/tasks", {"title": "Milk"})
    await desk.page.reload()

    await expect(desk.rows).to_have_text(["Tea", "Milk"])
    await _is_kept(desk, "Milk", "Tea")


async def test_two_edits_of_one_title_leave_a_choice_and_one_click_takes_the_other(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    task = await desk.post("/api/tasks", {"title": "Tea"})
    await expect(sofa.rows).to_have_text(["Tea"])
    await sofa.context.set_offline(offline=True)
    await _retitle(sofa, "Green tea")
    await _retitle(desk, "Black tea")
    await desk.wait_for_server("/api/tasks", "Black tea")

    await sofa.context.set_offline(offline=False)
    await sofa.page.get_by_role("link", name="Conflicts").click()
    choice = sofa.page.get_by_role("region", name="Title")
    await expect(choice).to_contain_text("Black tea")
    await expect(choice).to_contain_text("Green tea")
    in_use = (await desk.get(f"/api/tasks/{task['id']}"))["title"]
    await choice.get_by_role("button", name="Use this one").click()

    other = {"Black tea": "Green tea", "Green tea": "Black tea"}[in_use]
    await expect(desk.rows).to_have_text([other])
    await expect(sofa.page.get_by_text("No two edits are at odds")).to_be_visible()


async def test_what_cannot_be_put_back_can_be_copied(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await desk.post("/api/sync", _edit_of(str(uuid4()), {"notes": "One line\nand another"}))

    await desk.page.get_by_role("link", name="Conflicts").click()
    choice = desk.page.get_by_role("region", name="Notes")
    await choice.get_by_role("button", name="Copy").click()

    await expect(choice.get_by_role("button", name="Copied")).to_be_visible()
    assert await desk.page.evaluate("navigator.clipboard.readText()") == "One line\nand another"
    await expect(choice.get_by_role("button", name="Use this one")).to_have_count(0)


def _edit_of(task: str, values: dict[str, object]) -> dict[str, object]:
    """Return what a device sends that has edited the task, be it there or not any more."""
    now = time.time_ns() // 1_000_000
    edit: dict[str, object] = {"n": 1, "id": str(uuid4()), "op": "update", "kind": "task", "entity": task}
    edit |= {"clock": [now, 0], "life": 1, "base": {}, "set": values}
    first: dict[str, object] = {"space": None, "epoch": None, "cursor": None, "client": str(uuid4())}
    return first | {"mutations": [edit], "client_now": now, "schema": 1}


async def test_an_edit_that_was_refused_waits_to_be_copied_or_tried_again(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    task = await desk.post("/api/tasks", {"title": "Tea"})
    await desk.post("/api/sync", _edit_of(task["id"], {"title": "Green tea", "priority": 9}))

    await desk.page.get_by_role("link", name="Conflicts").click()
    choice = desk.page.get_by_role("region", name="Title")
    await expect(choice).to_contain_text("it was refused")
    await expect(choice.get_by_role("button", name="Copy")).to_be_visible()
    await choice.get_by_role("button", name="Use this one").click()

    await desk.wait_for_server("/api/tasks", "Green tea")


async def _retitle(window: Window, title: str) -> None:
    await window.rows.first.click()
    field = window.page.get_by_role("textbox", name="Title")
    await field.fill(title)
    await field.press("Enter")
    await expect(window.rows).to_have_text([title])


async def _is_kept(window: Window, *titles: str) -> None:
    """Wait until the copy on the device holds just these."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await window.page.evaluate(KEPT_HERE) != sorted(titles):
            await asyncio.sleep(0.05)


async def test_taking_back_leaves_what_another_device_did_since_as_a_choice(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])
    await _retitle(desk, "Green tea")
    await expect(sofa.rows).to_have_text(["Green tea"])
    await _retitle(sofa, "Black tea")
    await expect(desk.rows).to_have_text(["Black tea"])

    await desk.page.keyboard.press("Escape")
    await desk.page.keyboard.press("z")
    await expect(sofa.rows).to_have_text(["Tea"])
    await desk.page.get_by_role("link", name="Conflicts").click()

    await expect(desk.page.get_by_role("region", name="Title")).to_contain_text("Black tea")


async def test_an_edit_too_large_for_what_stands_before_the_server_blocks_none_and_waits_to_be_sent_again(
    page_of: PageOf,
) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])

    async def refuse(route: Route) -> None:
        if "Green" in (route.request.post_data or ""):
            await route.fulfill(status=413, body="<h1>413</h1>")
        else:
            await route.continue_()

    await desk.page.route("**/api/sync", refuse)
    await _retitle(desk, "Green tea")
    await desk.page.keyboard.press("Escape")
    await expect(desk.rows).to_have_text(["Tea"])
    await desk.ring("Tea").check()
    await desk.wait_for_server("/api/tasks?status=done", "Tea")

    await desk.page.get_by_role("link", name="Conflicts").click()
    unsent = desk.page.get_by_role("region", name="Tea: not sent")
    await expect(unsent).to_contain_text("Green tea")
    await expect(unsent).to_contain_text("It is too large for what stands before the server.")
    await desk.page.unroute("**/api/sync")
    await desk.page.reload()
    await unsent.get_by_role("button", name="Send again").click()

    await expect(desk.page.get_by_text("No two edits are at odds")).to_be_visible()
    await desk.wait_for_server("/api/tasks?status=done", "Green tea")
