"""Take the pictures again: `python -m docs.pictures.take`, once `make run` or `make test` built the web app."""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from docs.pictures.life import ZONE, live
from tests.browser import find_chromium, open_browser

Scheme: TypeAlias = Literal["light", "dark"]

HERE = Path(__file__).parent
MOMENT = datetime(2026, 11, 24, 11, 20, tzinfo=ZoneInfo(ZONE))
PASSWORD = "correct horse battery"  # noqa: S105 - of somebody made up
DESK: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}


async def main() -> None:
    """Start a server of its own, let somebody live in it, and take each picture in light and dark."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("There is no Chromium here.")
    async with running() as (address, link), open_browser(chromium) as browser:
        studio = Studio(browser, address, await sign_up(browser, address, link))
        for scheme in ("light", "dark"):
            await studio.take_all(scheme)


@asynccontextmanager
async def running() -> AsyncGenerator[tuple[str, str]]:
    """Run Onthedot on a free port over an empty folder; return its address and the owner's one-time link."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"ONTHEDOT_DATA_DIR": home, "ONTHEDOT_PORT": "0"}
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "onthedot.cli", "up", env=environment, stdout=asyncio.subprocess.PIPE
        )
        assert server.stdout is not None  # noqa: S101 - it is a pipe
        address, link = [(await server.stdout.readline()).decode().split()[-1] for _ in range(2)]
        yield address, link
        server.terminate()
        await server.wait()


async def sign_up(browser: Browser, address: str, link: str) -> str:
    """Make Ada's account and her data; return the cookie that makes a browser hers."""
    context = await browser.new_context()
    _, _, token = link.partition("#")
    body = {"email": "ada@example.org", "name": "Ada", "password": PASSWORD, "zone": ZONE, "link": token}
    headers = {"origin": address, "content-type": "application/json"}
    await expect(await context.request.post(f"{address}/api/sign-up", data=body, headers=headers)).to_be_ok()
    await live(context.request, address, MOMENT)
    [cookie] = await context.cookies()
    await context.close()
    return cookie.get("value", "")


@dataclass(frozen=True)
class Studio:
    """A browser, and somebody's life in it."""

    browser: Browser
    address: str
    cookie: str

    async def take_all(self, scheme: Scheme) -> None:
        """Take all pictures in one colour scheme."""
        desk = await self.sit_down(DESK, scheme)
        await self.take(desk, "/today", to=f"today-{scheme}")
        await self.take(desk, "/today", to=f"quick-add-{scheme}", prepare=type_line)
        await self.take(desk, "/upcoming", to=f"task-{scheme}", prepare=open_task)
        await desk.close()
        phone = await self.sit_down(PHONE, scheme)
        await self.take(phone, "/today", to=f"phone-{scheme}")
        await phone.close()

    async def sit_down(self, device: dict[str, Any], scheme: Scheme) -> BrowserContext:
        """Return a browser profile of Ada's, at the moment."""
        context = await self.browser.new_context(
            **device,
            color_scheme=scheme,
            locale="en-GB",
            timezone_id=ZONE,
            reduced_motion="reduce",
            service_workers="block",
        )
        await context.add_cookies([{"name": "onthedot", "value": self.cookie, "url": self.address}])
        await context.clock.set_fixed_time(MOMENT)
        await context.route("**/api/**", in_the_morning)
        return context

    async def take(
        self,
        context: BrowserContext,
        path: str,
        *,
        to: str,
        prepare: Callable[[Page], Awaitable[None]] | None = None,
    ) -> None:
        """Take one picture once the lists and the letters are there."""
        page = await context.new_page()
        await page.goto(self.address + path)
        await expect(page.locator("a[id^=row-]").first).to_be_visible()
        if prepare is not None:
            await prepare(page)
        await page.evaluate("document.fonts.ready")
        await page.screenshot(path=HERE / f"{to}.png", animations="disabled", caret="hide")
        await page.close()


async def in_the_morning(route: Route) -> None:
    """Let what the server dated by its own clock, which does not stand, be of the moment's morning."""
    answer = await route.fetch()
    morning = MOMENT.replace(hour=8, minute=2).isoformat()
    body = re.sub(r'"(created_at|updated_at|at)":"[^"]{20,}"', rf'"\1":"{morning}"', await answer.text())
    await route.fulfill(response=answer, body=body)


async def type_line(page: Page) -> None:
    """Write a line into quick add."""
    await page.keyboard.press("q")
    await page.keyboard.type("Dentist Friday 3pm #Health @phone p1 !1d !1h")
    await expect(page.get_by_role("dialog")).to_contain_text("27 Nov")


async def open_task(page: Page) -> None:
    """Open the task that has most to show."""
    await page.locator("a[id^=row-]", has_text="Plan the winter concert").click()
    await expect(page.get_by_role("list", name="Activity")).to_be_visible()


if __name__ == "__main__":
    asyncio.run(main())
