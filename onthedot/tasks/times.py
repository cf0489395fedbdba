"""Times as people mean them: a day, a wall time anywhere or in a zone, an instant, a length before due. Pure."""

import re
from datetime import date, datetime, timedelta
from typing import NoReturn, cast

from onthedot.changes.kinds import YEARS, instant
from onthedot.zones import ZONES

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WALL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
LENGTH = re.compile(r"P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?", re.ASCII)


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
        case ["before"] if _is_length(before):
            return {"before": before}
        case ["at"]:
            return {"at": wall_time(at) if WALL_TIME.fullmatch(at) else _instant_or_wall_time(at)}
        case _:
            return _must('{"at": "2026-11-24T16:00:00Z"} or {"before": "PT1H"}')


def length_of(text: str) -> tuple[timedelta, timedelta]:
    """Return days, which keep the wall time, and hours and minutes, which pass by the clock of the world.

    Raises:
        ValueError: it is no length like `P1DT2H`.
    """
    match = LENGTH.fullmatch(text)
    if match is None or text[-1] in "PT":
        _must("a length like P1DT2H")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days), timedelta(hours=hours, minutes=minutes)


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


def _is_length(value: str) -> bool:
    try:
        length_of(value)
    except ValueError:
        return False
    return True


def _instant_or_wall_time(value: str) -> str:
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
