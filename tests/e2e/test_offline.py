"""Without a network: what is done waits, and nothing is lost."""

import asyncio

from playwright.async_api import expect

from tests.e2e.window import PageOf


async def test_what_is_done_offline_waits_and_arrives_when_the_network_is_back(page_of: PageOf) -> None:
    desk, sofa = await page_of("Ada"), await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])

    await desk.context.set_offline(offline=True)
    await desk.ring("Tea").check()
    await expect(desk.page.get_by_role("status").filter(has_text="1 change waiting")).to_be_visible()
    await expect(sofa.rows).to_have_text(["Tea"])

    await desk.context.set_offline(offline=False)
    await expect(desk.page.get_by_text("Everything saved")).to_be_visible()
    await expect(sofa.rows).to_have_count(0)


async def test_the_app_opens_offline_with_what_it_last_knew_and_what_waits(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    for title in ("Tea", "Milk"):
        await desk.post("/api/tasks", {"title": title})
    await expect(desk.rows).to_have_text(["Tea", "Milk"])
    async with asyncio.timeout(10):
        await desk.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    await desk.context.set_offline(offline=True)
    await desk.ring("Tea").check()
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()
    await desk.page.reload()

    await expect(desk.rows).to_have_text(["Milk"])
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()
    await desk.context.set_offline(offline=False)
    await desk.wait_for_server("/api/tasks?status=done", "Tea")
