"""From what a person means to an instant, wherever the machine believes that it stands."""

import time
import zoneinfo
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onthedot.reminders.offsets import instant_of, reminder_instants

BERLIN = ZoneInfo("Europe/Berlin")
MACHINES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia")


@pytest.fixture(autouse=True, scope="module", params=MACHINES)
def machine(request: pytest.FixtureRequest) -> Generator[None]:
    """Let the machine stand in a zone; none of the answers may depend on it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def _instant(reminder: dict[str, str], due: dict[str, str] | None, zone: str = "Europe/Berlin") -> str | None:
    values: dict[str, object] = {"reminder:a": reminder, "due": due}
    found = dict(reminder_instants(values, ZoneInfo(zone)))
    return found["a"].isoformat() if found else None


def test_zones_go_by_the_locked_rules_and_not_by_those_of_the_machine() -> None:
    # Since 2026 British Columbia keeps its summer time: a machine from before then says 17:00.
    assert _instant({"at": "2026-12-01T09:00"}, None, "America/Vancouver") == "2026-12-01T16:00:00+00:00"
    assert zoneinfo.TZPATH == ()


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


@pytest.mark.parametrize(
    ("zone", "due", "day_before", "hours_before"),
    [
        # Clocks go back on 2026-10-25 at 03:00 in Berlin, and forward on 2026-03-29 at 02:00.
        ("Europe/Berlin", {"at": "2026-10-25T09:00"}, "2026-10-24T07:00", "2026-10-24T08:00"),
        ("Europe/Berlin", {"at": "2026-03-29T09:00"}, "2026-03-28T08:00", "2026-03-28T07:00"),
        ("Europe/Berlin", {"date": "2026-03-29"}, "2026-03-28T08:00", "2026-03-28T07:00"),
        # The day before, this time was skipped; it came twice; it is itself one that is skipped, or comes twice.
        ("Europe/Berlin", {"at": "2026-03-30T02:30"}, "2026-03-29T01:00", "2026-03-29T00:30"),
        ("Europe/Berlin", {"at": "2026-10-26T02:30"}, "2026-10-25T00:30", "2026-10-25T01:30"),
        ("Europe/Berlin", {"at": "2026-03-29T02:30"}, "2026-03-28T01:30", "2026-03-28T01:00"),
        ("Europe/Berlin", {"at": "2026-10-25T02:30"}, "2026-10-24T00:30", "2026-10-24T00:30"),
        ("America/New_York", {"at": "2026-11-01T08:00"}, "2026-10-31T12:00", "2026-10-31T13:00"),
        ("Australia/Sydney", {"at": "2026-10-04T09:00"}, "2026-10-02T23:00", "2026-10-02T22:00"),
        # Half an hour on Lord Howe; at midnight in Beirut; never in Kolkata.
        ("Australia/Lord_Howe", {"at": "2026-10-04T09:00"}, "2026-10-02T22:30", "2026-10-02T22:00"),
        ("Australia/Lord_Howe", {"at": "2026-10-05T02:15"}, "2026-10-03T15:30", "2026-10-03T15:15"),
        ("Asia/Beirut", {"at": "2026-03-30T00:30"}, "2026-03-28T22:00", "2026-03-28T21:30"),
        ("Asia/Kolkata", {"at": "2026-03-29T09:00"}, "2026-03-28T03:30", "2026-03-28T03:30"),
        # A due time with a zone of its own is counted in that one.
        (
            "Europe/Berlin",
            {"at": "2026-11-01T08:00", "zone": "America/New_York"},
            "2026-10-31T12:00",
            "2026-10-31T13:00",
        ),
    ],
)
def test_a_day_before_keeps_the_wall_time_and_24_hours_do_not(
    zone: str, due: dict[str, str], day_before: str, hours_before: str
) -> None:
    assert _instant({"before": "P1D"}, due, zone) == f"{day_before}:00+00:00"
    assert _instant({"before": "PT24H"}, due, zone) == f"{hours_before}:00+00:00"


def test_days_are_taken_off_the_wall_and_hours_off_the_world() -> None:
    due = {"at": "2026-04-01T09:00"}
    assert _instant({"before": "P7D"}, due) == "2026-03-25T08:00:00+00:00"
    assert _instant({"before": "PT168H"}, due) == "2026-03-25T07:00:00+00:00"
    assert _instant({"before": "P3DT1H"}, due) == "2026-03-29T06:00:00+00:00"


WALLS = st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001 - as people say it
    lambda wall: wall.replace(second=0, microsecond=0)
)
ZONES = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)


@given(wall=WALLS, zone=ZONES)
def test_an_instant_shows_the_time_that_was_meant_or_the_first_one_after_a_gap(wall: datetime, zone: ZoneInfo) -> None:
    instant = instant_of(wall, zone)
    shown = instant.astimezone(zone).replace(tzinfo=None)
    assert shown >= wall
    if shown != wall:
        before = (instant - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
        assert before < wall


@given(wall=WALLS, zone=ZONES, minutes=st.integers(0, 3000))
def test_what_is_later_on_the_wall_is_never_earlier(wall: datetime, zone: ZoneInfo, minutes: int) -> None:
    assert instant_of(wall, zone) <= instant_of(wall + timedelta(minutes=minutes), zone)


@given(wall=WALLS, zone=ZONES, hours=st.integers(0, 9999))
def test_hours_before_are_hours_of_the_world(wall: datetime, zone: ZoneInfo, hours: int) -> None:
    values: dict[str, object] = {
        "reminder:a": {"before": f"PT{hours}H"},
        "due": {"at": wall.isoformat(timespec="minutes")},
    }
    [(_, instant)] = reminder_instants(values, zone)
    assert instant_of(wall, zone) - instant == timedelta(hours=hours)


def test_a_time_that_the_clock_skips_is_the_first_minute_after_the_gap() -> None:
    assert instant_of(datetime(2026, 3, 29, 2, 30), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # noqa: DTZ001
    assert instant_of(datetime(2026, 3, 29, 2, 0), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)  # noqa: DTZ001
    # Apia left out the whole of 30 December 2011.
    apia = instant_of(datetime(2011, 12, 30, 12, 0), ZoneInfo("Pacific/Apia"))  # noqa: DTZ001
    assert apia.astimezone(ZoneInfo("Pacific/Apia")).isoformat() == "2011-12-31T00:00:00+14:00"


@pytest.mark.parametrize(
    ("zone", "start", "minutes", "end"),
    [
        ("Europe/Berlin", "2026-03-29T02:00", 60, "2026-03-29T01:00"),
        ("America/New_York", "2026-03-08T02:00", 60, "2026-03-08T07:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:00", 30, "2026-10-03T15:30"),
        ("Pacific/Apia", "2011-12-30T00:00", 1440, "2011-12-30T10:00"),
    ],
)
def test_each_minute_that_the_clock_skips_is_the_same_instant_to_the_microsecond(
    zone: str, start: str, minutes: int, end: str
) -> None:
    first = datetime.fromisoformat(start)
    found = {instant_of(first + timedelta(minutes=minute), ZoneInfo(zone)) for minute in range(minutes)}
    assert found == {datetime.fromisoformat(end).replace(tzinfo=UTC)}


def test_a_time_that_comes_twice_is_the_first() -> None:
    assert instant_of(datetime(2026, 10, 25, 2, 30), BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001
