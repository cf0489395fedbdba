"""The hybrid logical clock: when an edit was made, moved to the server's time and never abused."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onthedot.changes.rows import Stamp

if TYPE_CHECKING:
    from onthedot.changes.mutation import Mutation


def stamp_of(mutation: Mutation, *, client: str, now: int, skew: int, floor: Stamp | None) -> Stamp:
    """Return the time that counts for the mutation, in milliseconds of the server's clock.

    The author's clock is moved by its skew, so that a wrong clock does no harm; it is never in the future, never
    before 1970 (JSON has no such instants), and never before the version that the author had seen (`floor`).
    """
    milliseconds, counter = mutation.clock
    milliseconds = max(0, milliseconds + skew)
    if milliseconds > now:
        milliseconds, counter = now, 0
    stamp = Stamp(milliseconds, counter, client, mutation.n)
    if floor is None or stamp > floor:
        return stamp
    return Stamp(floor.milliseconds, floor.counter + 1, client, mutation.n)


def iso(milliseconds: int) -> str:
    """Return the instant as JSON has it, `2026-11-24T11:42:00.123Z`."""
    whole, rest = divmod(milliseconds, 1000)
    return f"{datetime.fromtimestamp(whole, UTC):%Y-%m-%dT%H:%M:%S}.{rest:03d}Z"
