from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from onthedot.reminders.offsets import instant_of, reminder_instants

BERLIN = ZoneInfo("Europe/Berlin")


def _instant(reminder: dict[str, str], due: dict[str, str] | None, zone: str = "Europe/Berlin") -> str | None:
    values: dict[str, object] = {"reminder:a": reminder, "due": due}
    found = dict(reminder_instants(values, ZoneInfo(zone)))
    return found["a"].isoformat() if found else None


@pytest.mark.parametrize(
    ("reminder", "due", "instant"),
    [
        ({"before": "PT0M"}, {"at": "2026-11-24T17:00"}, "2026-11-24T16:00:00+00:00"),
        ({"before": "PT1H30M"}, {"at": "2026-11-24T17:00"}, "2026-11-24T14:30:00+00:00"),
        ({"before": "PT0M"}, {"at": "2026-11-24T17:00", "zone": "Asia/Kolkata"}, "2026-11-24T11:30:00+00:00"),
        ({"before": "PT1H"}, {"date": "2026-11-24"}, "2026-11-24T07:00:00+00:00"),
        ({"before": "PT1H"}, None, None),
        ({"at": "2026-11-24T16:00:00Z"}, None, "2026-11-24T16:00:00+00:00"),
        ({"at": "2026-11-24T16:00:00+05:30"}, None, "2026-11-24T10:30:00+00:00"),
        ({"at": "2026-11-24T16:00"}, None, "2026-11-24T15:00:00+00:00"),
    ],
)
def test_a_reminder_is_at_the_instant_that_is_meant(
    reminder: dict[str, str], due: dict[str, str] | None, instant: str | None
) -> None:
    assert _instant(reminder, due) == instant


def test_a_day_before_keeps_the_wall_time_and_24_hours_do_not() -> None:
    # Clocks go back on 2026-10-25 at 03:00 in Berlin.
    due = {"at": "2026-10-25T09:00"}
    assert _instant({"before": "P1D"}, due) == "2026-10-24T07:00:00+00:00"
    assert _instant({"before": "PT24H"}, due) == "2026-10-24T08:00:00+00:00"


def test_a_time_that_the_clock_skips_is_the_first_minute_after_the_gap() -> None:
    assert instant_of(datetime(2026, 3, 29, 2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # noqa: DTZ001
    assert instant_of(datetime(2026, 3, 29, 2, 0), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # noqa: DTZ001
    # Apia left out the whole of 30 December 2011.
    apia = instant_of(datetime(2011, 12, 30, 12, 0), ZoneInfo("Pacific/Apia"))  # noqa: DTZ001
    assert apia.astimezone(ZoneInfo("Pacific/Apia")).isoformat() == "2011-12-31T00:00:00+14:00"


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert instant_of(datetime(2026, 10, 25, 2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001
