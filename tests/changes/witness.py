"""Who watches each merge, knows what every author had really seen, and says when a rule is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from onthedot.changes.merge import Outcome
from onthedot.changes.rows import Row
from tests.changes.broken import must
from tests.changes.conflicts import check_conflicts, check_refused
from tests.changes.ledger import Ledger
from tests.changes.lives import Lives
from tests.changes.times import Times
from tests.changes.wire import Sent

Rows = Mapping[str, Row]


@dataclass
class Witness:
    """What it saw so far: each conflict by its kind, each value, life and time."""

    kinds: Counter[str] = field(default_factory=Counter[str])
    ledger: Ledger = field(default_factory=Ledger)
    lives: Lives = field(default_factory=Lives)
    times: Times = field(default_factory=Times)

    def watch(self, sent: Sent, outcome: Outcome, *, before: Rows, after: Rows, now: int) -> None:
        """Judge one merge by the rows before and after it."""
        if outcome.status == "refused":
            check_refused(sent, outcome, before=before, after=after)
            self.kinds.update(str(after[id].values["about"]) for id in outcome.conflicts)
            return
        self.ledger.note(sent, before.get(sent.mutation.entity), after.get(sent.mutation.entity))
        _check_changed(outcome, before, after)
        self.times.check(sent, outcome, before=before, after=after, now=now)
        self.lives.check(sent.mutation, outcome, before=before, after=after)
        check_conflicts(sent, outcome, before=before, after=after)
        self.kinds.update(str(after[id].values["about"]) for id in outcome.conflicts)

    def forget(self, id: str) -> None:
        """Expect nothing any more of what a row held when it was purged."""
        self.ledger.forget(id)


def _check_changed(outcome: Outcome, before: Rows, after: Rows) -> None:
    differing = {id for id, row in after.items() if before.get(id) != row}
    must(differing == set(outcome.changed), "every changed row is named, and no other", outcome)
    for id in outcome.changed:
        old = before[id].version if id in before else 0
        must(after[id].version == old + 1, "a write is one version", after[id])
