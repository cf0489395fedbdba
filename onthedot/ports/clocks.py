"""This machine's clocks, and a sleep that does not outlast what they say."""

from __future__ import annotations

import asyncio
import contextlib
import time

CHECK_SECONDS = 1.0
JUMP_SECONDS = 0.5


class MachineClocks:
    """The clock that only goes on, and the one on the wall, which people and networks set."""

    def running(self) -> float:
        """Return seconds that only pass."""
        return time.monotonic()

    def wall(self) -> float:
        """Return the seconds since 1970 that the machine believes in."""
        return time.time()

    async def wait(self, wake: asyncio.Event, seconds: float) -> None:
        """Wait so long, or until woken."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await wake.wait()


async def sleep(seconds: float, wake: asyncio.Event, clocks: MachineClocks) -> None:
    """Sleep so long, or until woken, or until the clock on the wall has jumped against the one that runs."""
    end = clocks.running() + seconds
    apart = clocks.wall() - clocks.running()
    while (left := end - clocks.running()) > 0:
        await clocks.wait(wake, min(left, CHECK_SECONDS))
        if wake.is_set() or abs(clocks.wall() - clocks.running() - apart) > JUMP_SECONDS:
            return
