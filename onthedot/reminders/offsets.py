"""From times as people mean them to instants. Pure: the zone is an argument, and no clock is read.

A wall time that the clock skips is the first minute after the gap; one that comes twice is the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from onthedot.tasks.times import length_of

DAY_START = time(9)
MINUTE = timedelta(minutes=1)


def reminder_instants(values: Mapping[str, object], zone: ZoneInfo) -> Iterator[tuple[str, datetime]]:
    """Yield each reminder of a task with its instant in UTC; those before due need a due date."""
    for name, reminder in values.items():
        if name.startswith("reminder:"):
            instant = _instant_of_reminder(cast("Mapping[str, str]", reminder), values.get("due"), zone)
            if instant is not None:
                yield name.removeprefix("reminder:"), instant


def _instant_of_reminder(reminder: Mapping[str, str], due: object, zone: ZoneInfo) -> datetime | None:
    if "at" in reminder:
        at = datetime.fromisoformat(reminder["at"])
        return at.astimezone(UTC) if at.tzinfo else instant_of(at, zone)
    if due is None:
        return None
    wall, zone = due_time(cast("Mapping[str, str]", due), zone)
    days, elapsed = length_of(reminder["before"])
    return instant_of(wall - days, zone) - elapsed


def due_time(due: Mapping[str, str], zone: ZoneInfo) -> tuple[datetime, ZoneInfo]:
    """Return the wall time of a due date and the zone in which it is read; a day alone begins at 09:00."""
    if "date" in due:
        return datetime.combine(date.fromisoformat(due["date"]), DAY_START), zone
    return datetime.fromisoformat(due["at"]), ZoneInfo(due["zone"]) if "zone" in due else zone


def instant_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant of a wall time in a zone."""
    instant = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) == wall:
        return instant
    return _end_of_gap(wall, zone)


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which the clock jumped over the wall time."""
    before, after = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    offset = after.astimezone(zone).utcoffset()
    while after - before > MINUTE:
        middle = before + (after - before) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            after = middle
        else:
            before = middle
    # The jump is at a full minute of the world's clock, between the two.
    return after.replace(second=0, microsecond=0)
