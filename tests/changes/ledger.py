"""Every value that somebody wrote, and what must have become of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onthedot.changes.rows import Row
from tests.changes.broken import must
from tests.changes.wire import NOISE, Sent, side

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """One value for one field: which version its author had seen there, and which one had the same value already."""

    name: str
    client: str
    n: int
    value: object
    seen: str | None
    same_as: str | None

    @property
    def identity(self) -> str:
        """Return the name of this version of the field."""
        return f"{self.client}:{self.n}"


@dataclass
class Ledger:
    """What was written, by row and field, in the order of the server."""

    written: dict[Place, list[Written]] = field(default_factory=lambda: defaultdict[Place, list[Written]](list))

    def note(self, sent: Sent, before: Row | None, after: Row | None) -> None:
        """Note the values of a mutation, and whether the row had them before; one that was cleared counts as such."""
        mutation = sent.mutation
        done = {"complete": {"completed_at": True}, "reopen": {"completed_at": None}}
        for name, value in (mutation.set | done.get(mutation.op, {})).items():
            if name not in NOISE:
                noted = [value] if _is_kept(after, name, value, sent) else [value, None]
                self.written[mutation.entity, name] += [
                    Written(name, sent.client, mutation.n, one, sent.seen.get(name), _same(before, name, one))
                    for one in noted
                ]

    def forget(self, entity: str) -> None:
        """Expect nothing any more of what was written to the row so far."""
        for place in [place for place in self.written if place[0] == entity]:
            del self.written[place]

    def check(self, rows: Mapping[str, Row]) -> None:
        """Break unless each value is the row's, was replaced by somebody who knew it, or is in a conflict."""
        kept = _kept(rows.values())
        for (entity, name), values in self.written.items():
            row = rows.get(entity)
            safe = [
                one for one in values if _is_held(row, name, one) or (entity, name, one.client, repr(one.value)) in kept
            ]
            for one in values:
                found = one.same_as or any(one.value == other.value for other in safe) or _was_replaced(one, values)
                must(found, "no edit is lost without a record", entity, name, one)


def _kept(rows: Iterable[Row]) -> set[tuple[str, str, str, str]]:
    """Return what conflicts keep: row, field, by whom and the value."""
    kept = set[tuple[str, str, str, str]]()
    for values in (row.values for row in rows if row.kind == "conflict"):
        name, loser = str(values["field"]), side(values, "loser")
        kept.add((str(values["entity"]), name, str(loser["by"]), repr(_plain(name, loser["value"]))))
    return kept


def _is_kept(row: Row | None, name: str, value: object, sent: Sent) -> bool:
    """Tell whether the row holds the mutation's value as it was meant, or nothing of the mutation."""
    stamp = None if row is None else row.stamps.get(name)
    mine = stamp is not None and (stamp.client, stamp.n) == (sent.client, sent.mutation.n)
    return not mine or row is None or _plain(name, row.values.get(name)) == value


def _same(row: Row | None, name: str, value: object) -> str | None:
    """Return whose version had the value already, so that nothing new was written."""
    if row is None or _plain(name, row.values.get(name)) != value:
        return None
    return row.stamps[name].identity if name in row.stamps else "nobody's"


def _is_held(row: Row | None, name: str, one: Written) -> bool:
    if row is None or _plain(name, row.values.get(name)) != one.value:
        return False
    return name in row.stamps and row.stamps[name].identity == one.identity


def _plain(name: object, value: object) -> object:
    """Return the value; when a task was done is the server's to say, so only that it was counts."""
    return True if name == "completed_at" and value is not None else value


def _was_replaced(one: Written, values: Iterable[Written]) -> bool:
    """Tell whether somebody put another value in its place who knew it; nobody ever saw means not done."""
    return any(
        one.identity in {other.seen, other.same_as}
        or (other.client == one.client and other.n > one.n and not one.client.startswith("srv:"))
        or (one.name == "completed_at" and one.value is None and other.seen is None)
        for other in values
    )
