"""A browser profile of a person, and what its pages complained of."""

import asyncio
import re
import time
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, WebError, expect

from onthedot.accounts.commands import create_owner_link
from onthedot.database import Database
from tests.web import PASSWORD

PATIENCE_SECONDS = 10
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}

# Chromium writes these lines itself, about answers that the app expects.
EXPECTED = re.compile(
    r"Failed to load resource: net::ERR_INTERNET_DISCONNECTED"
    r"|WebSocket connection to .* failed: .*ERR_INTERNET_DISCONNECTED"
    r"|Failed to load resource: the server responded with a status of (?:401|409|410|413)"
)


@dataclass
class Window:
    """A browser profile with one page in front; `get` and `post` go past the page, as its person."""

    context: BrowserContext
    page: Page
    origin: str

    async def get(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """Return what the server says."""
        answer = await self.context.request.get(self.origin + path)
        assert answer.ok, await answer.text()
        return await answer.json()

    async def post(self, path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        """Send what the page could, and return what the server says."""
        headers = {"origin": self.origin, "content-type": "application/json"}
        answer = await self.context.request.post(self.origin + path, data=body, headers=headers)
        assert answer.ok, await answer.text()
        return await answer.json()

    async def open_tab(self, path: str) -> "Window":
        """Return the same browser with another tab in front."""
        tab = Window(self.context, await self.context.new_page(), self.origin)
        await tab.page.goto(self.origin + path)
        return tab

    @property
    def rows(self) -> Locator:
        """Return the titles of the list on the screen."""
        return self.page.locator("a[id^=row-]")

    def ring(self, title: str) -> Locator:
        """Return what completes the task of that title."""
        return self.page.get_by_role("checkbox", name=title)

    async def wait_for_server(self, path: str, *wanted: str) -> None:
        """Wait until the server lists these titles, in whatever order."""
        until = time.monotonic() + PATIENCE_SECONDS
        while (listed := await self._titles(path)) != sorted(wanted) and time.monotonic() < until:
            await asyncio.sleep(0.02)
        assert listed == sorted(wanted)

    async def _titles(self, path: str) -> list[str]:
        return sorted(item["title"] for item in (await self.get(path))["items"])


class PageOf(Protocol):
    """What opens a window."""

    def __call__(self, person: str, path: str = "/inbox") -> Awaitable[Window]: ...


@dataclass
class Windows:
    """The windows of one test, whosesoever they are."""

    browser: Browser
    origin: str
    database: Database
    stack: AsyncExitStack
    open: list[Window] = field(default_factory=list[Window])
    faults: list[str] = field(default_factory=list[str])
    people: set[str] = field(default_factory=set[str])

    async def page_of(self, person: str, path: str = "/inbox") -> Window:
        """Return a new browser in which the person is signed in, at that path."""
        return await self._enter(await self.stranger(), person, path)

    async def phone_of(self, person: str, path: str = "/inbox") -> Window:
        """Return a phone on which the person is signed in, at that path."""
        return await self._enter(await self.stranger(**PHONE), person, path)

    async def _enter(self, window: Window, person: str, path: str) -> Window:
        if person in self.people:
            await window.post("/api/sign-in", {"email": f"{person}@example.org", "password": PASSWORD})
        else:
            self.people.add(person)
            wanted = {"email": f"{person}@example.org", "name": person, "password": PASSWORD, "zone": "Europe/Berlin"}
            await window.post("/api/sign-up", wanted | {"link": await create_owner_link(self.database)})
        await window.page.goto(self.origin + path)
        await expect(window.page.get_by_role("heading", level=1)).to_be_visible()
        return window

    async def stranger(self, **shape: Any) -> Window:  # noqa: ANN401 - as Playwright has it
        """Return a new browser of somebody who has never been here."""
        context = await self.browser.new_context(locale="en-GB", timezone_id="Europe/Berlin", **shape)
        self.stack.push_async_callback(context.close)
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        await context.tracing.start(snapshots=True)
        window = Window(context, await context.new_page(), self.origin)
        self.open.append(window)
        return window

    async def keep(self, folder: Path) -> None:
        """Write what every page shows, and how it came to it."""
        for number, window in enumerate(self.open):
            for tab, page in enumerate(window.context.pages):
                await page.screenshot(path=folder / f"{number}-{tab}.png")
            await window.context.tracing.stop(path=folder / f"{number}.zip")

    def _hear(self, message: ConsoleMessage) -> None:
        """Count errors, among them what the Content-Security-Policy refused."""
        if message.type == "error" and not EXPECTED.match(message.text):
            self.faults.append(message.text)

    def _catch(self, error: WebError) -> None:
        self.faults.append(str(error.error))
