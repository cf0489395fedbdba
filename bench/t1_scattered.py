"""T1: 1,000 reminders scattered over 20 seconds: how late is the event committed, by PostgreSQL's own note.

`pg_xact_commit_timestamp` is taken when the commit is written, before it is flushed; when a device has the notice,
which comes after all of it, stands beside. Each reminder is one of fifty people.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias
from uuid import uuid4

import asyncpg

from bench.device import Device
from bench.load import Route
from bench.measure import percentile, tell
from bench.onthedot_up import Running, new_database, onthedot_up, people

Lateness: TypeAlias = list[float]
"""Milliseconds, of each reminder."""

ROOT = Path(__file__).parents[1]
PEERS = ("pgqueuer", "apscheduler", "procrastinate")
PEOPLE, REMINDERS_EACH, WRITERS = 50, 20, 16
AHEAD_SECONDS = 20
PATIENCE_SECONDS = 60
ALARMS = """
select extract(epoch from pg_xact_commit_timestamp(xmin) - due_at)::float8 * 1000 from alarm
where state = 1 and due_at >= $1
"""
FIRED = "select extract(epoch from pg_xact_commit_timestamp(xmin) - due)::float8 * 1000 from fired"


def main() -> None:
    """Measure ours and each peer in turn, then ours while others write, and print one line of JSON."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 20
    with onthedot_up() as running:
        secrets = people(running, PEOPLE + WRITERS)
        ours = [_ours(running, secrets, seconds)]
        peers: dict[str, Lateness] = {}
        for name in PEERS:
            peers[name] = _peer(running, name, seconds)
            ours.append(_ours(running, secrets, seconds))
        writing = _while_writing(running, secrets, seconds)
    committed = [run[0] for run in ours]
    middle = sorted(committed, key=lambda run: percentile(run, 99))[len(committed) // 2]
    tell(
        "T1",
        unit="ms late",
        reminders=PEOPLE * REMINDERS_EACH,
        seconds=seconds,
        **_told(middle),
        each=[_told(run) for run in committed],
        on_device=[_told(run[1]) for run in ours],
        while_16_clients_write=_told(writing[0]),
        on_device_while_16_clients_write=_told(writing[1]),
        peers={name: _told(run) for name, run in peers.items()},
        ratios={name: percentile(middle, 50) / percentile(run, 50) for name, run in peers.items()},
    )


def _told(run: Sequence[float]) -> dict[str, float]:
    return {"p50": percentile(run, 50), "p99": percentile(run, 99), "least": min(run)}


def _ours(running: Running, secrets: Sequence[str], seconds: float) -> tuple[Lateness, Lateness]:
    return asyncio.run(_measured(running, secrets[:PEOPLE], seconds))


def _while_writing(running: Running, secrets: Sequence[str], seconds: float) -> tuple[Lateness, Lateness]:
    async def both() -> tuple[Lateness, Lateness]:
        writes = Route(running.origin, "POST", "/api/tasks", secrets[PEOPLE:], '{"title": "Tea"}')
        writing = asyncio.create_task(asyncio.to_thread(writes.load, round(seconds + AHEAD_SECONDS)))
        found = await _measured(running, secrets[:PEOPLE], seconds)
        await writing
        return found

    return asyncio.run(both())


async def _measured(running: Running, secrets: Sequence[str], seconds: float) -> tuple[Lateness, Lateness]:
    """Return how late events were committed, and how late the devices had the notices."""
    devices = [Device(running.origin, secret) for secret in secrets]
    async with contextlib.AsyncExitStack() as connected:
        for device in devices:
            await connected.enter_async_context(device)
        start = datetime.now(UTC) + timedelta(seconds=AHEAD_SECONDS)
        for device in devices:
            dues = (start + timedelta(seconds=random.uniform(0, seconds)) for _ in range(REMINDERS_EACH))  # noqa: S311
            reminders = {f"reminder:{uuid4()}": {"at": due.isoformat()} for due in dues}
            await device.push(device.mutation("create", str(uuid4()), title="Tea", **reminders))
        if datetime.now(UTC) > start:
            raise SystemExit("the reminders were not set in time")
        async with asyncio.timeout(AHEAD_SECONDS + seconds + PATIENCE_SECONDS):
            for device in devices:
                await device.wait_for("notice", REMINDERS_EACH)
    told = [
        (at - datetime.fromisoformat(notice["due_at"]).timestamp()) * 1000
        for device in devices
        for event, notice, at in device.heard
        if event == "notice"
    ]
    return await _numbers(running.postgres.dsn(), ALARMS, start), told


def _peer(running: Running, name: str, seconds: float) -> Lateness:
    """Run the peer in a database of its own."""
    dsn = new_database(running, name)
    command = [str(ROOT / ".venv-bench/bin/python"), str(ROOT / "bench/peers/timers.py"), name, dsn, str(seconds)]
    subprocess.run(command, check=True, timeout=seconds + 2 * PATIENCE_SECONDS)
    return asyncio.run(_numbers(dsn, FIRED))


async def _numbers(dsn: str, query: str, *values: object) -> Lateness:
    connection = await asyncpg.connect(dsn)
    found = await connection.fetch(query, *values)
    await connection.close()
    return [row[0] for row in found]


if __name__ == "__main__":
    main()
