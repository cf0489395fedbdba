"""When every edit really was, and which of two should therefore have stayed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onthedot.changes.merge import Outcome
from onthedot.changes.rows import Row
from tests.changes.broken import must
from tests.changes.wire import Sent

Rows = Mapping[str, Row]


@dataclass
class Times:
    """Where no clock is set and no request is late, the server knows when each edit was, however wrong clocks are."""

    steady: bool = False
    at: dict[str, int] = field(default_factory=dict[str, int])

    def check(self, sent: Sent, outcome: Outcome, *, before: Rows, after: Rows, now: int) -> None:
        """Break unless no stamp is from the future, stamps only grow, and the later edit stays."""
        me = f"{sent.client}:{sent.mutation.n}"
        self.at[me] = sent.at
        for id in outcome.changed:
            _check_stamps(before.get(id), after[id], now)
        for values in (after[id].values for id in outcome.conflicts if self.steady):
            if values["about"] == "concurrent" and values["field"] != "completed_at":
                self._check_winner(me, str(values["field"]), before[sent.mutation.entity], after[sent.mutation.entity])

    def _check_winner(self, me: str, name: str, before: Row, after: Row) -> None:
        theirs, stays = before.stamps[name].identity, after.stamps[name].identity
        later = max(self.at.get(me, 0), self.at.get(theirs, 0))
        must(self.at.get(stays, later) == later, "the later edit stays", me, theirs, name)


def _check_stamps(before: Row | None, after: Row, now: int) -> None:
    for name, stamp in after.stamps.items():
        must(0 <= stamp.milliseconds <= now, "no stamp is from the future", name, stamp, now)
        old = None if before is None else before.stamps.get(name)
        must(old is None or stamp >= old, "a field's stamps only grow", name, old, stamp)
        must(stamp == old or stamp.version == after.version, "a stamp says in which version it was", name, stamp)
