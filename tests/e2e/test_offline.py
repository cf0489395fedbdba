"""Without a network: what is done waits, and nothing is lost."""

import asyncio

from playwright.async_api import expect

from tests.e2e.window import PATIENCE_SECONDS, PageOf, Window

KEEP_NOTHING = "IDBFactory.prototype.open = () => { throw new DOMException('none', 'InvalidStateError'); };"


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
    await _is_kept_offline(desk)

    await desk.context.set_offline(offline=True)
    await desk.ring("Tea").check()
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()
    await desk.page.reload()

    await expect(desk.rows).to_have_text(["Milk"])
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()
    await desk.context.set_offline(offline=False)
    await desk.wait_for_server("/api/tasks?status=done", "Tea")


async def test_who_signs_out_is_told_what_would_be_lost(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await expect(desk.rows).to_have_text(["Tea"])
    await _is_kept_offline(desk)
    await desk.context.set_offline(offline=True)
    await desk.ring("Tea").check()
    await expect(desk.page.get_by_text("1 change waiting")).to_be_visible()

    await desk.page.get_by_role("link", name="Settings").click()
    await desk.page.get_by_role("button", name="Sign out", exact=True).click()
    await expect(desk.page.get_by_role("alertdialog")).to_contain_text("One change of yours is on this device alone")
    await desk.page.get_by_role("button", name="Sign out and lose it").click()

    await expect(desk.page.get_by_text("You can sign out when the server is reached")).to_be_visible()
    await desk.context.set_offline(offline=False)
    await desk.wait_for_server("/api/tasks?status=done", "Tea")


async def test_what_the_server_says_of_itself_is_not_taken_for_a_view(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await _is_kept_offline(desk)

    for path, words in (("/healthz", "ok"), ("/readyz", "ok"), ("/openapi.json", '"openapi"')):
        await desk.page.goto(desk.origin + path)
        await expect(desk.page.locator("body")).to_contain_text(words)


async def test_a_browser_that_keeps_nothing_is_told_so(page_of: PageOf) -> None:
    desk = await page_of("Ada")
    await desk.context.add_init_script(KEEP_NOTHING)

    await desk.page.reload()

    await expect(desk.page.get_by_role("heading", level=1)).to_have_text("This browser keeps nothing for Onthedot")
    await expect(desk.page.get_by_role("button", name="Try again")).to_be_visible()


async def _is_kept_offline(window: Window) -> None:
    """Wait until the app needs no network to open any of its parts."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        await window.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        while not await window.page.evaluate("navigator.serviceWorker.controller !== null"):
            await asyncio.sleep(0.05)
