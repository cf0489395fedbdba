"""Which conflicts a merge must record, and which it must not."""

from collections.abc import Mapping

from onthedot.changes.merge import Outcome
from onthedot.changes.rows import Row, Stamp
from tests.changes.broken import must
from tests.changes.wire import NOISE, Sent, side

Rows = Mapping[str, Row]


def check_conflicts(sent: Sent, outcome: Outcome, *, before: Rows, after: Rows) -> None:
    """Break unless each conflict is true, each is a row of its own, and a delete told all that it swallowed."""
    must(len(set(outcome.conflicts)) == len(outcome.conflicts), "each conflict is a row of its own", outcome)
    for id in outcome.conflicts:
        must(id not in before, "a conflict is recorded once", id)
        _check_true(sent, after[id].values, before)
    if sent.mutation.op == "delete" and sent.mutation.entity in outcome.changed:
        told = {after[id].values["field"] for id in outcome.conflicts}
        missed = _unseen(sent, before[sent.mutation.entity]) - told
        must(not missed, "a delete tells of every edit that it swallows", missed, sent.mutation)


def check_refused(sent: Sent, outcome: Outcome, *, before: Rows, after: Rows) -> None:
    """Break unless what is refused changes no row, and each value that a device wrote with it is kept."""
    must({id: after[id] for id in before} == before, "what is refused changes nothing", sent.mutation)
    must(outcome.changed == outcome.conflicts, "what is refused is kept, and nothing else", outcome)
    must(after.keys() - before.keys() == set(outcome.conflicts), "every value that was refused is a row", outcome)
    kept = {str(after[id].values["field"]): side(after[id].values, "loser")["value"] for id in outcome.conflicts}
    row = before.get(sent.mutation.entity)
    news = {name: value for name, value in sent.mutation.set.items() if row is None or row.values.get(name) != value}
    written = {
        name: value for name, value in news.items() if name not in NOISE and (row is not None or value is not None)
    }
    expected = {} if sent.client.startswith("srv:") or sent.mutation.op not in {"create", "update"} else written
    must(kept == expected, "what was refused is kept", sent.mutation, kept)


def _check_true(sent: Sent, values: Mapping[str, object], before: Rows) -> None:
    """A conflict is about what its author had not seen, and the later edit wins."""
    row, name = before.get(str(values["entity"])), str(values["field"])
    must(name not in NOISE, "noise is nobody's conflict", values)
    if values["about"] not in {"concurrent", "deleted_over_edit"}:
        return
    must(row is not None and name in _unseen(sent, row), "what an author had seen is no conflict", values)
    if values["about"] == "concurrent":
        loser, winner = side(values, "loser"), side(values, "winner")
        must(loser["value"] != winner["value"], "equal values are no conflict", values)
        later = str(winner["at"]) >= str(loser["at"])
        must(later or name == "completed_at", "the later edit wins", values)


def _unseen(sent: Sent, row: Row) -> set[str]:
    """Return the fields whose present version the author had neither seen nor made."""
    return {name for name, stamp in row.stamps.items() if not _had_seen(sent, name, stamp)} - NOISE


def _had_seen(sent: Sent, name: str, stamp: Stamp) -> bool:
    own = stamp.client == sent.client and not stamp.client.startswith("srv:")
    return own or sent.seen.get(name) == stamp.identity
