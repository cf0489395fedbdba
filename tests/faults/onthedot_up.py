"""The real server as a process of its own, to be killed and started again; PostgreSQL inside as its child."""

import asyncio
import contextlib
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

START_SECONDS = 30


class OnthedotUp:
    """`onthedot up` over one folder of data, on one port for all its lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: Process | None = None
        self.port = 0
        self.origin = ""
        self.first_visit = ""

    async def start(self) -> None:
        """Start it, and return once it answers; what the first start says of the first visit is kept."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "onthedot.cli", "up"),
            env=os.environ | {"ONTHEDOT_DATA_DIR": str(self._folder / "data"), "ONTHEDOT_PORT": str(self.port)},
            stdout=PIPE,
        )
        async with asyncio.timeout(START_SECONDS):
            self.origin = await self._read(r"Onthedot is at (\S+)")
            if not self.port:
                self.first_visit = await self._read(r"/welcome#(\S+)")
        self.port = int(self.origin.rpartition(":")[2])

    async def kill(self) -> None:
        """End the server as `kill -9` does; PostgreSQL lives on."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def kill_postgres(self) -> None:
        """End PostgreSQL as `kill -9` does; the server lives on."""
        os.kill(int(self._note.read_text().split()[0]), signal.SIGKILL)

    async def close(self) -> None:
        """End both, whatever is left of them."""
        await self.kill()
        with contextlib.suppress(OSError, ValueError, IndexError):
            os.kill(int(self._note.read_text().split()[0]), signal.SIGINT)
        async with asyncio.timeout(START_SECONDS):
            while self._note.exists():
                await asyncio.sleep(0.01)

    @property
    def _note(self) -> Path:
        return self._folder / "data" / "postgres" / "data" / "postmaster.pid"

    async def _read(self, pattern: str) -> str:
        """Return what the pattern finds in the next line that has it."""
        assert self._process is not None
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            if match := re.search(pattern, line.decode()):
                return match[1]
        raise AssertionError("the server ended before it was up")
