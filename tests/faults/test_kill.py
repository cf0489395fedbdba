"""kill -9 in the middle of 1,000 writes and 200 reminders, on the real process tree."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from onthedot.notifications.handlers import LATE_SECONDS
from tests.faults.onthedot_up import OnthedotUp
from tests.faults.writers import Ada, Device

WRITERS, WRITES_EACH = 8, 125
TASKS, REMINDERS_EACH = 10, 20
KILLED_AFTER_WRITES = (250, 500, 750)
REMINDERS = TASKS * REMINDERS_EACH
SPREAD = timedelta(seconds=8)


@pytest.fixture
async def onthedot(tmp_path: Path) -> AsyncGenerator[OnthedotUp]:
    onthedot = OnthedotUp(tmp_path)
    try:
        await onthedot.start()
        yield onthedot
    finally:
        await onthedot.close()


@pytest.fixture
async def ada(onthedot: OnthedotUp) -> AsyncGenerator[Ada]:
    jar, headers = aiohttp.CookieJar(unsafe=True), {"origin": onthedot.origin}
    async with aiohttp.ClientSession(onthedot.origin, cookie_jar=jar, headers=headers) as session:
        ada = Ada(session)
        await ada.sign_up(onthedot.first_visit)
        yield ada


@pytest.mark.parametrize("victim", ["server", "postgres"])
async def test_a_kill_loses_nothing_acknowledged_doubles_nothing_and_announces_nothing_early(
    onthedot: OnthedotUp, ada: Ada, victim: str
) -> None:
    due = await _set_reminders(ada)
    async with asyncio.TaskGroup() as group:
        for writer in range(WRITERS):
            titles = [f"{writer}.{place}" for place in range(WRITES_EACH)]
            group.create_task(ada.write_by_sync(titles) if writer % 2 else ada.write_by_rest(titles))
        for writes in KILLED_AFTER_WRITES:
            await _until_written(ada, writes)
            await _kill(onthedot, victim, late=_in_the_middle(due))

    rows = await _once_all_are_told(ada, due)

    assert ada.cuts > 0, "the kill was not felt"
    assert ada.faults == []
    assert _written(rows) == {title: [(id, 1)] for title, id in ada.acknowledged.items()}
    assert len(ada.acknowledged) == WRITERS * WRITES_EACH
    told = _told(rows)
    assert Counter(reminder for reminder, _, _ in told) == Counter(due.keys())
    assert [reminder for reminder, at, _ in told if at < due[reminder]] == []
    assert [
        (late, said)
        for reminder, at, said in told
        if not _is_honest(late := (at - due[reminder]).total_seconds(), said)
    ] == []
    assert victim == "postgres" or any(said for _, _, said in told)


async def _set_reminders(ada: Ada) -> dict[str, datetime]:
    """Set all reminders, spread evenly, and return when they are due by their ids."""
    start = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
    due = {str(uuid4()): start + SPREAD * place / REMINDERS for place in range(REMINDERS)}
    names, device = list(due), Device(ada)
    await device.push(
        *(
            device.create(
                str(uuid4()),
                title="Tea",
                **{f"reminder:{name}": {"at": due[name].isoformat()} for name in names[task::TASKS]},
            )
            for task in range(TASKS)
        )
    )
    return due


async def _until_written(ada: Ada, writes: int) -> None:
    async with asyncio.timeout(40):
        while len(ada.acknowledged) < writes:
            await asyncio.sleep(0.002)


async def _kill(onthedot: OnthedotUp, victim: str, *, late: datetime) -> None:
    """Kill PostgreSQL, which the server brings back, or the server, whom we bring back when something is late."""
    if victim == "postgres":
        onthedot.kill_postgres()
        return
    await onthedot.kill()
    await asyncio.sleep((late - datetime.now(UTC)).total_seconds())
    await onthedot.start()


def _in_the_middle(due: dict[str, datetime]) -> datetime:
    """Return when the first quarter of the reminders, if not told before, is so late that it must be said."""
    return sorted(due.values())[REMINDERS // 4] + timedelta(seconds=LATE_SECONDS + 1)


async def _once_all_are_told(ada: Ada, due: dict[str, datetime]) -> list[dict[str, Any]]:
    """Return all rows when each reminder has a notice, and a while after the last, in which none may be doubled."""
    async with asyncio.timeout(40):
        while True:
            rows = await ada.pull()
            if {reminder for reminder, _, _ in _told(rows)} >= due.keys():
                break
            await asyncio.sleep(0.1)
    await asyncio.sleep(2)
    return await ada.pull()


def _written(rows: list[dict[str, Any]]) -> dict[str, list[tuple[str, int]]]:
    """Return the ids and versions of the tasks by their title."""
    written: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        if row["kind"] == "task" and row["values"]["title"] != "Tea":
            written.setdefault(row["values"]["title"], []).append((row["id"], row["version"]))
    return written


def _told(rows: list[dict[str, Any]]) -> list[tuple[str, datetime, int]]:
    """Return of each notice the reminder, when it was made, and how late it says that it is."""
    notices = [row["values"] for row in rows if row["kind"] == "notice"]
    return [
        (notice["reminder"], datetime.fromisoformat(notice["created_at"]), notice["late_seconds"]) for notice in notices
    ]


def _is_honest(late: float, said: int) -> bool:
    """Tell whether a notice says how late it is, to the second; one that is late by little says nothing."""
    return abs(late - said) <= 1.5 if said else late <= LATE_SECONDS + 1
