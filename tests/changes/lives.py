"""Who lives and who is in the Trash after a merge, worked out a second time in another way."""

from collections.abc import Mapping

from onthedot.changes.merge import Outcome
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row
from tests.changes.broken import must
from tests.changes.overlay import HANGS_ON, line, open_below

Rows = Mapping[str, Row]


def check(mutation: Mutation, outcome: Outcome, *, before: Rows, after: Rows) -> None:
    """Break unless just those died or came back whom the mutation may take along."""
    turned = {id for id, row in before.items() if after[id].life != row.life}
    expected = _expected(mutation, before)
    must(turned == expected, "delete and restore take along just what belongs to them", mutation, turned, expected)
    must(all(after[id].life == before[id].life + 1 for id in turned), "a life is turned once", mutation)
    _check_done(mutation, outcome, before=before, after=after)
    for id in outcome.changed:
        _check_place(after, after[id])


def _expected(mutation: Mutation, before: Rows) -> set[str]:
    """Return whom a delete or restore turns; an edit never does, and the last that was accepted counts."""
    row = before.get(mutation.entity)
    if row is None or mutation.life not in {None, row.life}:
        return set()
    if mutation.op == "delete" and row.alive:
        return {row.id} | open_below(before, row.id)
    if mutation.op == "restore" and not row.alive:
        return {row.id} | {
            id for id, one in before.items() if one.values.get("deleted_with") == row.id and not one.alive
        }
    return set()


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
