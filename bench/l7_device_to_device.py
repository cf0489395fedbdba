"""L7: an edit on one device, seen on the other: from before the push is sent until the delta is there."""

from __future__ import annotations

import asyncio
import time
from uuid import uuid4

from bench.device import Device
from bench.measure import percentile, tell
from bench.onthedot_up import onthedot_up, people

EDITS = 500
PATIENCE_SECONDS = 5


def main() -> None:
    """Measure three times, and print one line of JSON."""
    with onthedot_up() as running:
        [secret] = people(running, 1)
        runs = [asyncio.run(_latencies(running.origin, secret)) for _ in range(3)]
    each = [{"p50": percentile(run, 50), "p99": percentile(run, 99)} for run in runs]
    middle = sorted(each, key=lambda run: run["p99"])[1]
    tell("L7", unit="ms", edits=EDITS, load="the two devices in one process", **middle, each=each)


async def _latencies(origin: str, secret: str) -> list[float]:
    """Return of each edit the milliseconds that it took."""
    async with Device(origin, secret) as desk, Device(origin, secret) as sofa:
        task = str(uuid4())
        await desk.push(desk.mutation("create", task, title="Tea"))
        found: list[float] = []
        for place in range(EDITS):
            await sofa.wait_for("delta", 1 + place)
            sent = time.time()
            pushing = asyncio.ensure_future(desk.push(desk.mutation("update", task, title=f"Tea {place}")))
            async with asyncio.timeout(PATIENCE_SECONDS):
                await sofa.wait_for("delta", 2 + place)
            found.append((sofa.heard[-1][2] - sent) * 1000)
            await pushing
        return found


if __name__ == "__main__":
    main()
