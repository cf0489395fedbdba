"""People at their browsers; what goes wrong in a page fails the test, and is kept in `.data`."""

import re
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from onthedot.database import Database
from onthedot.pages import web_folder
from tests.browser import NONE_TESTED, find_chromium, is_required, open_browser
from tests.e2e.window import PageOf, Windows

KEPT = Path(__file__).parents[2] / ".data" / "browser"
FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=10_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that the test failed, for what is then kept of its pages."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
async def chromium() -> AsyncGenerator[Browser]:
    """Return the browser of the whole run."""
    path = find_chromium()
    if path is None or web_folder() is None:
        _give_up("There is no Chromium here." if path is None else "The web app is not built.")
    async with open_browser(str(path)) as browser:
        yield browser


def _give_up(why: str) -> None:
    message = f"{why} {NONE_TESTED}"
    if is_required():
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
async def windows(
    chromium: Browser, origin: str, database: Database, request: pytest.FixtureRequest
) -> AsyncGenerator[Windows]:
    """Return the windows of this test, none open yet."""
    async with AsyncExitStack() as stack:
        windows = Windows(chromium, origin, database, stack)
        yield windows
        name = re.sub(r"\W+", "-", request.node.name)[:80]
        if request.node.stash.get(FAILED, False) or windows.faults:
            await windows.keep(KEPT / name)
    assert windows.faults == []


@pytest.fixture
def page_of(windows: Windows) -> PageOf:
    """Return what opens a new browser in which somebody, by name, is signed in."""
    return windows.page_of
