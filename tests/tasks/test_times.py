"""Which times a task may have: those that the server and every browser read alike."""

import pytest

from onthedot.tasks.times import check_reminder


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
