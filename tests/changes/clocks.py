"""A device's clock: wrong by days, set while it is away, and made hybrid so that it never runs backwards."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

SECOND, MINUTE, DAY = 1000, 60_000, 86_400_000
SKEWS = (0, 0, 5 * SECOND, -5 * SECOND, 3 * DAY, -3 * DAY, 400 * DAY)
STEPS = (MINUTE, -MINUTE, DAY, -DAY)


@dataclass
class Clock:
    """Wrong by `skew` milliseconds; `ahead` is what the server said that it is off."""

    skew: int
    ahead: int = 0
    last: tuple[int, int] = (0, 0)

    @classmethod
    def wrong(cls, random: Random) -> Clock:
        """Return a clock that is wrong in a way that is seen in the world."""
        return cls(random.choice(SKEWS))

    def now(self, true: int) -> int:
        """Return what the device believes the time is."""
        return true + self.skew

    def step(self, random: Random) -> None:
        """Set the clock, as a person or a time service does."""
        self.skew += random.choice(STEPS)

    def tick(self, true: int) -> tuple[int, int]:
        """Return the next hybrid time, later than any that was given or seen."""
        milliseconds, counter = self.last
        self.last = (self.now(true), 0) if self.now(true) > milliseconds else (milliseconds, counter + 1)
        return self.last

    def hear(self, stamp: tuple[int, int]) -> None:
        """Go on after a stamp of the server's."""
        self.last = max(self.last, (stamp[0] + self.ahead, stamp[1]))
