"""The command `onthedot` as a process of its own."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from httpx import AsyncClient

from tests.web import PASSWORD

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """How it ended, with its data and its words."""

    code: int
    out: str
    words: str

    @property
    def data(self) -> Any:  # noqa: ANN401 - JSON
        return orjson.loads(self.out)


async def start(*words: str, **settings: object) -> Process:
    """Start the command with these settings and no others."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ONTHEDOT_")}
    environment |= {f"ONTHEDOT_{name.upper()}": str(value) for name, value in settings.items()}
    command = [sys.executable, "-m", "onthedot.cli", *words]
    return await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE, stderr=PIPE
    )


async def run(*words: str, stdin: str = "", **settings: object) -> Ran:
    """Run the command to its end."""
    process = await start(*words, **settings)
    out, err = await process.communicate(stdin.encode())
    assert process.returncode is not None
    return Ran(process.returncode, out.decode(), err.decode())


@dataclass(slots=True)
class Up:
    """A server that runs, and a browser before it."""

    process: Process
    browser: AsyncClient
    link: str

    async def sign_up(self) -> None:
        """Make Ada the owner, signed in."""
        ada = {"email": "ada@example.org", "name": "Ada", "password": PASSWORD, "zone": "UTC", "link": self.link}
        assert (await self.browser.post("/api/sign-up", json=ada)).status_code == 201

    async def stop(self) -> int | None:
        """Ask it to end, and return how it did."""
        self.process.send_signal(signal.SIGTERM)
        await self.process.communicate()
        return self.process.returncode


@asynccontextmanager
async def up(**settings: object) -> AsyncGenerator[Up]:
    """Start all of Onthedot on a free port, for the first time, and end it."""
    process = await start("up", **({"port": 0} | settings))
    assert process.stdout is not None
    address = (await process.stdout.readline()).decode().rpartition(" ")[2].strip()
    link = (await process.stdout.readline()).decode().rpartition("#")[2].strip()
    if not link:
        raise AssertionError((await process.communicate())[1].decode())
    async with AsyncClient(base_url=address, headers={"origin": address}, timeout=40) as browser:
        running = Up(process, browser, link)
        try:
            yield running
        finally:
            if process.returncode is None:
                await running.stop()
