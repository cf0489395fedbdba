"""Browsers of one person, and what is measured in their pages; `browser_probe.js` looks from within."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

from playwright.sync_api import BrowserContext, BrowserType, Page

from bench.measure import percentile
from onthedot.accounts.api import cookie_name
from onthedot.settings import Settings
from tests.browser import FLAGS, find_chromium

Figures: TypeAlias = dict[str, float]

PROBE = Path(__file__).parent / "browser_probe.js"
STARTS, CLICKS, ROUNDS, NEWS = 7, 30, 10, 20
FRAMES, PIXELS_A_FRAME = 300, 132
LINE = "Call Ana about the boiler tomorrow at 9:30 #Home @phone p2 every friday"
# Each piece finds less than what stood there before, so that there is something to see.
SOUGHT = (
    ("c", "a", " 1", "4"),
    ("b", "o", " 7", "3"),
    ("p", "r", " 2", "5"),
    ("s", "e", " 9", "0"),
    ("d", "e", " 3", "6"),
    ("h", "a", " 8", "1"),
)
FIRST_ROW = "document.querySelector('a[id^=row-]').id"
MEBIBYTE = 2**20


@contextmanager
def new_profile(chromium: BrowserType, origin: str, secret: str) -> Generator[Profile]:
    """Open a browser that has never been here, and has the session; what it keeps is on the disk, as with people."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with tempfile.TemporaryDirectory() as folder:
        context = chromium.launch_persistent_context(
            folder, executable_path=find_chromium(), args=flags, locale="en-GB", timezone_id="Europe/Berlin"
        )
        context.add_init_script(path=PROBE)
        context.add_cookies([{"name": cookie_name(Settings()), "value": secret, "url": origin}])
        yield Profile(context, origin)
        context.close()


@dataclass(frozen=True)
class Profile:
    """One browser of the person, with its own copy of the tasks."""

    context: BrowserContext
    origin: str

    @contextmanager
    def window(self, path: str, slowness: int = 1) -> Generator[Window]:
        """Open a page there, slowed so many times."""
        page = self.context.new_page()
        devtools: Any = self.context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": slowness})
        page.goto(self.origin + path, wait_until="commit")
        yield Window(page, devtools)
        page.close()

    def first_visit(self) -> Figures:
        """Return when all tasks had come, and when they were kept on this device; the service worker is there then."""
        began, head = time.perf_counter(), self._head()
        with self.window("/inbox") as window:
            while int((window.ask("probe.kept()") or "0").partition(".")[0]) < head:
                time.sleep(0.2)
            kept = time.perf_counter() - began
            window.ask("navigator.serviceWorker.ready.then(() => true)")
            return {"first_visit_pulled_s": window.ask("probe.pulled()") / 1000, "first_visit_kept_s": kept}

    def _head(self) -> int:
        asked = {"client": str(uuid4()), "client_now": 0, "schema": 1, "limit": 1}
        headers = {"origin": self.origin, "content-type": "application/json"}
        return self.context.request.post(f"{self.origin}/api/sync", data=asked, headers=headers).json()["head"]

    def starts(self, slowness: int) -> Figures:
        """Return how long it is from the call to rows, and to a list that obeys the keyboard."""
        found = [self._start(slowness) for _ in range(STARTS + 1)][1:]
        return {
            "warm_rows_ms": statistics.median(start["drawn"] for start in found),
            "warm_start_ms": statistics.median(start["usable"] for start in found),
        }

    def _start(self, slowness: int) -> Figures:
        with self.window("/inbox", slowness) as window:
            usable = window.ask("probe.usable")
            window.settle()
        # What the browser tidies up after a page is no part of the next start.
        time.sleep(1)
        return usable

    def deeds(self, slowness: int) -> Figures:
        """Return what it costs to do what people do."""
        with self.window("/inbox", slowness) as window:
            window.settle()
            figures = window.clicks() | window.switches() | window.letters() | window.search() | window.scroll()
            return figures | {"inp_ms": window.ask("probe.inp()"), "heap_mib": window.heap()}

    def seen_in(self, other: Profile) -> float:
        """Return how long it is until the other browser shows what is done in this one."""
        with self.window("/inbox") as here, other.window("/inbox") as there:
            here.settle()
            there.settle()
            return percentile([_news(here, there) for _ in range(NEWS)], 95)


def _news(here: Window, there: Window) -> float:
    row = here.ask(FIRST_ROW)
    there.page.evaluate(f"() => {{ probe.news = probe.seen(() => probe.isDone('{row}')) }}")
    done = here.click_first_ring()
    seen = there.ask("probe.news")
    here.wait_until(f"!document.getElementById('{row}')")
    return seen - done["at"]


@dataclass(frozen=True)
class Window:
    """A page of the app, and the developer tools that look into it."""

    page: Page
    devtools: Any

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - whatever it is
        """Return what it is, or what comes of the promise."""
        return self.page.evaluate(f"() => {expression}")

    def wait_until(self, expression: str) -> None:
        """Wait until it is so."""
        self.page.wait_for_function(f"() => {expression}")

    def settle(self) -> None:
        """Wait until all is read, and what is left over from that is swept away."""
        self.wait_until("document.querySelector('a[id^=row-]')")
        self.page.wait_for_load_state("networkidle")
        self.devtools.send("HeapProfiler.collectGarbage")

    def clicks(self) -> Figures:
        """Complete tasks, one by one."""
        found: list[float] = []
        for _ in range(CLICKS):
            row = self.ask(FIRST_ROW)
            found.append(self.click_first_ring()["painted"])
            self.wait_until(f"!document.getElementById('{row}')")
        return _slowest("click_to_paint_ms", found)

    def click_first_ring(self) -> Figures:
        """Complete the first task, and return how long it was until that was seen."""
        row = self.ask(FIRST_ROW)
        self._arm("click", f"probe.isDone('{row}')")
        self.page.locator("[role=listitem] input[type=checkbox]").first.click()
        return self.ask("probe.result")

    def switches(self) -> Figures:
        """Go from view to view."""
        found: list[float] = []
        for _ in range(ROUNDS):
            found += [self._switch(name) for name in ("Today", "Project 3", "Inbox")]
        return _slowest("switch_view_ms", found)

    def _switch(self, name: str) -> float:
        self._arm("click", f"document.querySelector('h1')?.textContent === '{name}' && {FIRST_ROW}")
        self.page.get_by_role("navigation", name="Main").get_by_role("link", name=name).click()
        return self.ask("probe.result")["painted"]

    def letters(self) -> Figures:
        """Type a line that is read while it is written."""
        self.page.keyboard.press("q")
        self.wait_until("document.activeElement.matches('textarea')")
        found = [self._type(letter, "true") for letter in LINE]
        self.page.keyboard.press("Escape")
        self.wait_until("!document.querySelector('dialog[open]')")
        tinted, painted = [one["handled"] for one in found], [one["painted"] for one in found]
        return _slowest("letter_to_tint_ms", tinted) | _slowest("letter_to_paint_ms", painted)

    def search(self) -> Figures:
        """Search by some words, letter by letter."""
        self.page.keyboard.press("/")
        self.wait_until("document.activeElement.matches('input[type=search]')")
        found: list[float] = []
        for pieces in SOUGHT:
            found += [self._seek(piece) for piece in pieces]
            self.page.keyboard.press("Escape")
            self.wait_until("!document.querySelector('main [role=status]')")
        return _slowest("letter_to_results_ms", found)

    def _seek(self, piece: str) -> float:
        self.page.evaluate("() => { probe.before = document.querySelector('main [role=status]')?.textContent }")
        shown = self._type(piece, "(document.querySelector('main [role=status]')?.textContent ?? '') !== probe.before")
        return shown["painted"]

    def _type(self, letter: str, shown: str) -> Figures:
        self._arm("input", shown)
        self.page.keyboard.insert_text(letter)
        return self.ask("probe.result")

    def scroll(self) -> Figures:
        """Scroll down a long list."""
        self._switch("Inbox")
        frames = self.ask(f"probe.scroll({PIXELS_A_FRAME}, {FRAMES})")
        nodes = self.ask("document.querySelectorAll('*').length")
        return _slowest("scroll_frame_ms", frames) | {"page_nodes": nodes}

    def heap(self) -> float:
        """Return what JavaScript holds once the garbage is gone (MiB)."""
        self.settle()
        return self.devtools.send("Runtime.getHeapUsage")["usedSize"] / MEBIBYTE

    def _arm(self, event: str, shown: str) -> None:
        self.page.evaluate(f"() => probe.arm('{event}', () => {shown})")


def _slowest(name: str, found: Sequence[float]) -> Figures:
    return {name: percentile(found, 95)}
