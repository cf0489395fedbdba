"""Tests of the tests: the schedules that pass find every fault that is put in."""

import pytest

from onthedot.changes import merge as merging
from tests.changes.broken import Broken
from tests.changes.faults import FAULTS
from tests.changes.simulate import survey


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_within_a_few_schedules(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    name, wrong = FAULTS[fault]
    merge = merging._Merge  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - where the fault is put
    monkeypatch.setattr(merge if hasattr(merge, name) else merging, name, wrong)
    with pytest.raises(Broken):
        survey(range(300))
