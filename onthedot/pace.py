"""How often one caller may do what costs little: counted in memory, by each process for itself."""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass, field

from onthedot.errors import SlowDown

WINDOW_SECONDS = 60.0
MOST_KEYS = 10_000


@dataclass(slots=True)
class Pace:
    """At most so many times a minute for each key; what must survive a restart is counted in the database."""

    most: int
    _windows: dict[Hashable, tuple[float, int]] = field(default_factory=dict[Hashable, tuple[float, int]])

    def check(self, key: Hashable, *, now: float | None = None) -> None:
        """Count one time; `now` is in seconds of a clock that never goes back.

        Raises:
            SlowDown: there were too many within the minute.
        """
        now = time.monotonic() if now is None else now
        began, times = self._windows.get(key, (now, 0))
        if now - began >= WINDOW_SECONDS:
            began, times = now, 0
        self._windows[key] = began, times + 1
        if len(self._windows) > MOST_KEYS:
            self._forget(now)
        if times >= self.most:
            wait = int(began + WINDOW_SECONDS - now) + 1
            raise SlowDown(f"This may be done {self.most} times a minute: wait.", retry_after_seconds=wait)

    def _forget(self, now: float) -> None:
        """Drop the windows that are over; if all are open, drop them all rather than grow."""
        kept = {key: window for key, window in self._windows.items() if now - window[0] < WINDOW_SECONDS}
        self._windows = kept if len(kept) <= MOST_KEYS else {}
