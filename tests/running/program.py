"""The command `onthedot` as a process of its own."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

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
