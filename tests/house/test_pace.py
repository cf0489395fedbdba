import pytest

from onthedot.errors import SlowDown
from onthedot.pace import MOST_KEYS, Pace


def test_so_many_times_a_minute_each_and_again_in_the_next() -> None:
    """S-05."""
    pace = Pace(2)
    for who in ("ada", "grace"):
        for second in (0, 1):
            pace.check(who, now=second)
    with pytest.raises(SlowDown) as refused:
        pace.check("ada", now=10)
    assert refused.value.retry_after_seconds == 51
    pace.check("ada", now=60)


def test_who_has_gone_is_forgotten_and_who_is_here_is_not() -> None:
    pace = Pace(1)
    for who in range(MOST_KEYS - 1):
        pace.check(who, now=0)
    pace.check("ada", now=59)
    pace.check("grace", now=61)
    with pytest.raises(SlowDown):
        pace.check("ada", now=62)
    pace.check(0, now=62)


def test_a_crowd_does_not_fill_the_memory() -> None:
    pace = Pace(1)
    for who in range(MOST_KEYS + 2):
        pace.check(who, now=0)
    pace.check(0, now=1)
