"""Who lives and who is in the Trash, worked out a second time in another way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onthedot.changes.merge import Outcome
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from tests.changes.broken import must
from tests.changes.overlay import HANGS_ON, line, open_below

Rows = Mapping[str, Row]


@dataclass
class Lives:
    """Remembers who went into the Trash along with whom."""

    went_with: dict[str, str] = field(default_factory=dict[str, str])

    def check(self, mutation: Mutation, outcome: Outcome, *, before: Rows, after: Rows) -> None:
        """Break unless just those died or came back whom the mutation may take along."""
        turned = {id for id, row in before.items() if after[id].life != row.life}
        expected = self._expected(mutation, before)
        must(turned == expected, "delete and restore take along just what belongs to them", mutation, turned, expected)
        must(all(after[id].life == before[id].life + 1 for id in turned), "a life is turned once", mutation)
        self._remember(mutation, turned)
        _check_done(mutation, outcome, before=before, after=after)
        for id in outcome.changed:
            _check_place(after, after[id])

    def _expected(self, mutation: Mutation, before: Rows) -> set[str]:
        """Return whom a delete or restore turns; an edit never does, and the last that was accepted counts."""
        row = before.get(mutation.entity)
        if row is None or mutation.life not in {None, row.life}:
            return set()
        if mutation.op == "delete" and row.alive:
            return {row.id} | open_below(before, row.id)
        if mutation.op == "restore" and not row.alive:
            return {row.id} | {id for id, root in self.went_with.items() if root == row.id and id in before}
        return set()

    def _remember(self, mutation: Mutation, turned: set[str]) -> None:
        for id in turned:
            self.went_with.pop(id, None)
            if mutation.op == "delete" and id != mutation.entity:
                self.went_with[id] = mutation.entity


def _check_done(mutation: Mutation, outcome: Outcome, *, before: Rows, after: Rows) -> None:
    """Done is done once: the second completion leaves the first as it is."""
    old, new = before.get(mutation.entity), after.get(mutation.entity)
    if old is None or new is None or mutation.op not in {"complete", "reopen"}:
        return
    was_done = "completed_at" in old.values
    if not old.alive or was_done == (mutation.op == "complete"):
        must(old == new, "completing twice happens once", mutation)
    else:
        must(("completed_at" in new.values) != was_done, "complete and reopen are heard", mutation, outcome)


def _check_place(rows: Rows, row: Row) -> None:
    """What is open and alive never hangs on what is gone, and nothing hangs on itself."""
    for name in HANGS_ON:
        value = row.values.get(name)
        if value is not None and row.alive and "completed_at" not in row.values:
            must(str(value) in rows and rows[str(value)].alive, "an open task hangs on nothing that is gone", row, name)
    above = line(rows, row.id)
    must(len(set(above)) == len(above), "nothing hangs on itself", row)
