"""Which times a task may have: those that the server and every browser read alike."""

from datetime import timedelta

import pytest

from onthedot.tasks.times import check_reminder, length_of


@pytest.mark.parametrize(
    "at",
    [
        "2026-11-24T16:00:00Z",
        "2026-11-24T16:00Z",
        "2026-11-24T16:00:00.123456+00:00",
        "2026-11-24T16:00:00.123Z",
        "2026-11-24T16:00:00-05:30",
        "2026-11-24T17:00",
    ],
)
def test_an_instant_is_kept_as_it_was_given(at: str) -> None:
    assert check_reminder({"at": at}) == {"at": at}


@pytest.mark.parametrize(
    "at",
    [
        "2026-W48-2T16:00:00Z",
        "20301124T160000Z",
        "2026-11-24T1600Z",
        "2026-11-24 16:00:00Z",
        "2026-11-24T16Z",
        "2026-11-24T16:00:00+0530",
        "2026-11-24T16:00:00+05:30:15",
        "2026-11-24T16:00:00,5Z",
        "2026-11-24T16:00:00z",
        "2026-11-24T16:00:00",
        "2026-11-31T16:00:00Z",
        "2026-11-24T16:00:00+24:00",
        "0001-01-01T00:00:00Z",
        "٢٠٢٦-11-24T16:00:00Z",
    ],
)
def test_what_python_alone_would_read_is_no_instant(at: str) -> None:
    with pytest.raises(ValueError, match="an instant like"):
        check_reminder({"at": at})


@pytest.mark.parametrize(
    ("text", "days", "minutes"),
    [("PT0M", 0, 0), ("P1D", 1, 0), ("PT1H30M", 0, 90), ("P7DT2H", 7, 120), ("P9999DT9999H99999M", 9999, 699_939)],
)
def test_a_length_is_days_of_the_wall_and_minutes_of_the_world(text: str, days: int, minutes: int) -> None:
    assert check_reminder({"before": text}) == {"before": text}
    assert length_of(text) == (timedelta(days=days), timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "P1DT", "P10000D", "PT10000H", "PT100000M", "-P1D", "P-1D", "P1W", "1H", "P\u0661D", "P1D\n"],
)
def test_what_is_checked_as_a_length_and_what_is_read_as_one_are_the_same(text: str) -> None:
    with pytest.raises(ValueError, match="a length like"):
        length_of(text)
    with pytest.raises(ValueError, match="must be"):
        check_reminder({"before": text})
