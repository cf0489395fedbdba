"""Times as people mean them: a day, a wall time wherever they are, or a wall time in a zone."""

import re
from datetime import date, datetime
from typing import NoReturn, cast

from onthedot.changes.kinds import YEARS, instant
from onthedot.zones import ZONES

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WALL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
BEFORE = re.compile(r"P(?:\d{1,4}D)?(?:T(?:\d{1,4}H)?(?:\d{1,5}M)?)?", re.ASCII)


def check_due(value: object) -> dict[str, str]:
    """Return the due date: `{"date"}`, `{"at"}` for a wall time anywhere, or `{"at", "zone"}`."""
    given = _texts(value)
    match sorted(given):
        case ["date"]:
            return {"date": _day(given["date"])}
        case ["at"]:
            return {"at": wall_time(given["at"])}
        case ["at", "zone"]:
            return {"at": wall_time(given["at"]), "zone": known_zone(given["zone"])}
        case _:
            return _must('{"date": "2026-11-24"}, {"at": "2026-11-24T17:00"} or that with a "zone"')


def check_reminder(value: object) -> dict[str, str]:
    """Return the reminder: `{"at"}`, an instant or a wall time, or `{"before"}`, a length before due."""
    given = _texts(value)
    before, at = given.get("before", ""), given.get("at", "")
    match sorted(given):
        case ["before"] if BEFORE.fullmatch(before) and before[-1] not in "PT":
            return {"before": before}
        case ["at"]:
            return {"at": wall_time(at) if WALL_TIME.fullmatch(at) else _instant(at)}
        case _:
            return _must('{"at": "2026-11-24T16:00:00Z"} or {"before": "PT1H"}')


def known_zone(name: str) -> str:
    """Return the name of a time zone that exists."""
    return name if name in ZONES else _must(f"an IANA time zone like Europe/Berlin, not {name[:50]!r}")


def wall_time(value: str) -> str:
    """Return a time on a clock, `2026-11-24T17:00`."""
    try:
        if WALL_TIME.fullmatch(value) and datetime.fromisoformat(value).year in YEARS:
            return value
    except ValueError:
        pass
    return _must("a time like 2026-11-24T17:00")


def _day(value: str) -> str:
    try:
        if DAY.fullmatch(value) and date.fromisoformat(value).year in YEARS:
            return value
    except ValueError:
        pass
    return _must("a day like 2026-11-24")


def _instant(value: str) -> str:
    try:
        return instant(value)
    except ValueError:
        return _must("an instant like 2026-11-24T16:00:00Z, or a wall time like 2026-11-24T17:00")


def _texts(value: object) -> dict[str, str]:
    """Return the object's members that are text; one that is not fails by its absence."""
    if not isinstance(value, dict):
        return {}
    members = cast("dict[object, object]", value)
    return {str(name): text if isinstance(text, str) else "" for name, text in members.items()}


def _must(what: str) -> NoReturn:
    raise ValueError(f"must be {what}")
