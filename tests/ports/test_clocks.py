"""The timer's sleep, on clocks that stand still until somebody waits by them."""

import asyncio

import pytest

from onthedot.ports.clocks import MachineClocks, sleep


class StoppedClocks(MachineClocks):
    """Clocks that go on by what is waited; `jumps` is how far the one on the wall is set after which wait."""

    def __init__(self, jumps: dict[int, float] | None = None, *, woken_after: int | None = None) -> None:
        self.now = 1000.0
        self.set_by = 0.0
        self.waits: list[float] = []
        self._jumps = jumps or {}
        self._woken_after = woken_after

    def running(self) -> float:
        return self.now

    def wall(self) -> float:
        return 1_795_530_000 + self.now + self.set_by

    async def wait(self, wake: asyncio.Event, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds
        self.set_by += self._jumps.get(len(self.waits), 0)
        if len(self.waits) == self._woken_after:
            wake.set()


async def _waits(clocks: StoppedClocks, seconds: float) -> list[float]:
    await sleep(seconds, asyncio.Event(), clocks)
    return clocks.waits


async def test_a_sleep_looks_at_the_clock_each_second_and_lasts_as_long_as_asked() -> None:
    assert await _waits(StoppedClocks(), 2.25) == [1.0, 1.0, 0.25]


@pytest.mark.parametrize("seconds", [0.0, -3.0])
async def test_what_is_due_already_is_not_slept_for(seconds: float) -> None:
    assert await _waits(StoppedClocks(), seconds) == []


@pytest.mark.parametrize("jump", [3600.0, -3600.0, 0.75, -0.75])
async def test_a_clock_that_is_set_ends_the_sleep(jump: float) -> None:
    assert await _waits(StoppedClocks({2: jump}), 60) == [1.0, 1.0]


async def test_a_clock_that_is_drawn_near_by_little_ends_it_once_that_is_much() -> None:
    assert len(await _waits(StoppedClocks(dict.fromkeys(range(1, 60), 0.125)), 60)) == 5


async def test_a_clock_that_is_a_little_off_does_not() -> None:
    assert len(await _waits(StoppedClocks({1: 0.25}), 60)) == 60


async def test_who_is_woken_sleeps_no_longer() -> None:
    assert await _waits(StoppedClocks(woken_after=3), 60) == [1.0, 1.0, 1.0]


async def test_the_machines_own_clocks_wake_at_once_and_run_alike() -> None:
    clocks, wake = MachineClocks(), asyncio.Event()
    apart = clocks.wall() - clocks.running()
    asyncio.get_running_loop().call_soon(wake.set)
    await sleep(60, wake, clocks)
    assert clocks.wall() - clocks.running() == pytest.approx(apart, abs=0.5)
