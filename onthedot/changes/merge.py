"""The merge: one mutation onto the rows, field by field, so that no edit is lost without a trace. Pure.

An edit is a conflict when it changes what its author had not seen; the clock only decides which value stays, and the
other becomes a row of kind `conflict`. Delete wins over edits, by a counter of lives; what it swallowed is kept.

A delete tells of unseen edits of its own row alone. What hangs on it goes along as it stands, whoever wrote it and
however lately: its author named no version of it, it lies whole in the Trash under its own name with every edit in it,
and restoring either brings it back so. A conflict for each field of each would tell no more, and bury what is decided.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid5

from onthedot.changes.clock import iso, stamp_of
from onthedot.changes.kinds import Kind, Misfit
from onthedot.changes.mutation import Mutation, Unreadable
from onthedot.changes.refused import keepable
from onthedot.changes.rows import Row, Stamp

Status = Literal["ok", "merged", "already", "deleted", "gone", "refused"]
Rows = MutableMapping[str, Row]


@dataclass(slots=True)
class Outcome:
    """What became of a mutation: `changed` are the ids of the rows that it wrote, its conflicts among them."""

    status: Status
    reason: str | None = None
    changed: list[str] = field(default_factory=list[str])
    conflicts: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Author:
    """Who sends, at what time by the server's clock, and how far their own clock is off (milliseconds).

    One who `sees_present` has no base: the present state counts as seen. One who names the version of the row that
    they had `seen` has none either: what was written since counts as unseen, whoever wrote it. Only the server may
    write what is its own.
    """

    client: str
    now: int
    skew: int = 0
    sees_present: bool = False
    seen: int | None = None

    @property
    def is_server(self) -> bool:
        """Tell whether it is the server itself."""
        return self.client.startswith("srv:")


def merge(rows: Rows, mutation: Mutation, *, kinds: Mapping[str, Kind], author: Author) -> Outcome:
    """Apply the mutation to the rows, which hold all that it may touch; never raises.

    `rows` must hold the entity, what its references name, the ancestors of a new parent, and for `delete` and
    `restore` all descendants. A refused mutation changes no row; what a device wrote with it is kept in conflicts.
    """
    if isinstance(mutation, Unreadable):
        return Outcome("refused", mutation.reason)
    if mutation.kind not in kinds:
        return Outcome("refused", f"kind must be one of {', '.join(sorted(kinds))}")
    merging = _Merge(rows, mutation, kinds=kinds, author=author)
    try:
        return merging.run()
    except Misfit as misfit:
        return merging.refuse(str(misfit))


class _Merge:
    """One mutation being merged."""

    def __init__(self, rows: Rows, mutation: Mutation, *, kinds: Mapping[str, Kind], author: Author) -> None:
        self.rows = rows
        self.mutation = mutation
        self.author = author
        self.outcome = Outcome("ok")
        self.kind = kinds[mutation.kind]
        self.kinds = kinds
        self.row = rows.get(mutation.entity)

    def run(self) -> Outcome:
        if self.row is not None and self.row.kind != self.kind.name:
            raise Misfit("entity", f"is the id of a {self.row.kind}: choose another")
        getattr(self, f"_{self.mutation.op}")()
        if self.outcome.conflicts and self.outcome.status == "ok":
            self.outcome.status = "merged"
        return self.outcome

    def refuse(self, reason: str) -> Outcome:
        """Keep what a device wrote; whoever writes by the server itself is told at once, and has it still."""
        self.outcome = Outcome("refused", reason)
        if self.mutation.op in {"create", "update"} and self.kind.creatable and not self.author.is_server:
            for name, value in self.mutation.set.items():
                self._keep_refused(name, keepable(self.kind, name, value))
        return self.outcome

    # What may be asked for

    def _create(self) -> None:
        if self.row is not None:
            self._update()
            return
        if not self.kind.creatable and not self.author.is_server:
            raise Misfit("kind", f"{self.kind.name} is made by the server alone")
        given = self._checked()
        self.kind.require(given)
        self.kind.check_counts(given)
        stamp = self._stamp(None)
        self.row = Row(self.kind.name, self.mutation.entity)
        self.row.values["created_at"] = iso(self.author.now)
        for name, value in given.items():
            if self._clears_nothing(self.row, name, value):
                continue
            self.row.put(name, self._reachable(name, value, stamp), stamp)
        self.rows[self.row.id] = self.row
        self._touch(self.row)

    def _update(self) -> None:
        given = self._checked()
        row = self.row
        if row is None:
            self._gone(given)
        elif not row.alive:
            self._swallowed(row, given)
        else:
            self.kind.check_counts(row.values | given)
            written = [self._write(row, name, value) for name, value in given.items()]
            if any(written):
                self._touch(row)

    def _delete(self) -> None:
        row = self.row
        if row is None:
            self._gone({})
        elif not row.alive or self.mutation.life not in {None, row.life}:
            self.outcome.status = "already"
        else:
            if not self.kind.deletable:
                raise Misfit("op", f"a {self.kind.name} cannot be deleted")
            for name, stamp in row.stamps.items():
                if not self._knew(name, stamp) and not self.kind.is_noise(name):
                    self._conflict("deleted_over_edit", name, loser=(row.values.get(name), stamp), winner=None)
            self._bury(row, None)
            for child in self._open_below(row):
                self._bury(child, row.id)

    def _restore(self) -> None:
        row = self.row
        if row is None:
            self._gone({})
        elif row.alive or self.mutation.life not in {None, row.life}:
            self.outcome.status = "already"
        else:
            company = [other for other in self.rows.values() if other.values.get("deleted_with") == row.id]
            revived = [row, *(other for other in company if not other.alive)]
            for each in revived:
                self._revive(each)
            for each in revived:
                self._let_go_of_the_dead(each)
                self._touch(each)

    def _complete(self) -> None:
        self._mark_done(done=True)

    def _reopen(self) -> None:
        self._mark_done(done=False)

    # How it is done

    def _mark_done(self, *, done: bool) -> None:
        if not self.kind.completable:
            raise Misfit("op", f"a {self.kind.name} cannot be done")
        row = self.row
        if row is None:
            self._gone({"completed_at": self._done_at(done=done)})
        elif ("completed_at" in row.values) == done:
            self.outcome.status = "already" if row.alive else "deleted"
        elif not row.alive:
            self._swallowed(row, {"completed_at": self._done_at(done=done)})
        else:
            self._turn_done(row, done=done)

    def _turn_done(self, row: Row, *, done: bool) -> None:
        """Complete or reopen, in the server's order; one who names no base counts as having seen the present."""
        current = row.stamps.get("completed_at")
        stamp = self._stamp(current)
        value = iso(stamp.milliseconds) if done else None
        named = "completed_at" in self.mutation.base
        if current is not None and named and not self._knew("completed_at", current):
            loser = (row.values.get("completed_at"), current)
            self._conflict("concurrent", "completed_at", loser=loser, winner=(value, stamp))
        row.put("completed_at", value, stamp)
        if not done:
            self._let_go_of_the_dead(row)
        self._touch(row)

    def _done_at(self, *, done: bool) -> str | None:
        return iso(self._stamp(None).milliseconds) if done else None

    def _write(self, row: Row, name: str, value: object) -> bool:
        """Set one field by the later edit; tell whether the row changed."""
        if self._clears_nothing(row, name, value):
            return False
        current, old = row.stamps.get(name), row.values.get(name)
        knew = current is None or self._knew(name, current)
        stamp = self._stamp(current if knew else None)
        wins = current is None or stamp > current
        if wins and self._makes_cycle(row, name, value):
            self._conflict("cycle", name, loser=(value, stamp), winner=(old, current))
            return False
        # Where a losing edit would have led does not matter: its value is kept as it was meant.
        kept = self._reachable(name, value, stamp) if wins else value
        if not knew and old != kept and not self.kind.is_noise(name):
            mine, theirs = (kept, stamp), (old, current)
            self._conflict("concurrent", name, loser=theirs if wins else mine, winner=mine if wins else theirs)
        if wins:
            row.put(name, kept, stamp)
        return wins

    def _clears_nothing(self, row: Row, name: str, value: object) -> bool:
        """Tell whether it takes an element out that never was in; each would leave a stamp, without end."""
        return value is None and name not in self.kind.fields and name not in row.stamps

    def _stamp(self, floor: Stamp | None) -> Stamp:
        author = self.author
        return stamp_of(self.mutation, client=author.client, now=author.now, skew=author.skew, floor=floor)

    def _knew(self, name: str, stamp: Stamp) -> bool:
        """Tell whether the author had seen this version of the field, or made it."""
        author = self.author
        if author.sees_present:
            return True
        if author.seen is not None:
            return stamp.version <= author.seen
        return stamp.client == author.client or self.mutation.base.get(name) == stamp.identity

    def _checked(self) -> dict[str, object]:
        return self.kind.checked(self.mutation.set, by_server=self.author.is_server)

    def _reachable(self, name: str, value: object, stamp: Stamp) -> object:
        """Return the reference, or None and a conflict if what it names is gone."""
        kinds = self.kind.refers_to(name)
        if not kinds or value is None:
            return value
        target = self.rows.get(str(value))
        if target is not None and target.alive and target.kind in kinds:
            return value
        self._conflict("orphaned", name, loser=(value, stamp), winner=None)
        return None

    def _makes_cycle(self, row: Row, name: str, value: object) -> bool:
        """Tell whether the row would hang on itself."""
        if self.kind.name not in self.kind.refers_to(name):
            return False
        above = value
        while above is not None:
            if above == row.id:
                return True
            parent = self.rows.get(str(above))
            above = None if parent is None else parent.values.get(name)
        return False

    def _open_below(self, root: Row) -> list[Row]:
        """Return what hangs on the row and is neither done nor deleted, at any depth."""
        found = {root.id: root}
        above = {root.id}
        while above:
            level = [row for row in self.rows.values() if row.alive and self._hangs_on(row, above)]
            fresh = {row.id: row for row in level if row.id not in found}
            found |= fresh
            above = set(fresh)
        return [row for row in found.values() if row is not root and "completed_at" not in row.values]

    def _hangs_on(self, row: Row, above: set[str]) -> bool:
        kind = self.kinds.get(row.kind)
        return kind is not None and any(row.values.get(name) in above for name in kind.hangs_on)

    def _bury(self, row: Row, root: str | None) -> None:
        row.life += 1
        row.keep("deleted_at", iso(self.author.now))
        row.keep("deleted_with", root)
        self._touch(row)

    def _revive(self, row: Row) -> None:
        row.life += 1
        row.keep("deleted_at", None)
        row.keep("deleted_with", None)

    def _let_go_of_the_dead(self, row: Row) -> None:
        """Clear a reference to what stayed in the Trash: the row comes back to the Inbox."""
        for name in self.kinds[row.kind].hangs_on:
            value = row.values.get(name)
            target = self.rows.get(str(value))
            if value is not None and (target is None or not target.alive):
                written = row.stamps.get(name)
                self._conflict("orphaned", name, loser=(value, written), winner=None, row=row)
                row.put(name, None, self._stamp(written))

    def _swallowed(self, row: Row, given: Mapping[str, object]) -> None:
        self.outcome.status = "deleted"
        for name, value in given.items():
            if row.values.get(name) != value and not self.kind.is_noise(name):
                self._conflict("edit_on_deleted", name, loser=(value, self._stamp(None)), winner=None)

    def _gone(self, given: Mapping[str, object]) -> None:
        """Note an edit of what does not exist (any more): it never comes back by an edit."""
        self.outcome.status = "gone"
        for name, value in given.items():
            if not self.kind.is_noise(name):
                self._conflict("target_gone", name, loser=(value, self._stamp(None)), winner=None)

    def _keep_refused(self, name: str, value: object) -> None:
        row = self.row if self.row is not None and self.row.kind == self.kind.name else None
        present = None if row is None else row.values.get(name)
        if value != present and not self.kind.is_noise(name):
            winner = None if row is None or not row.alive else (present, row.stamps.get(name))
            self._conflict("refused", name, loser=(value, self._stamp(None)), winner=winner)

    def _touch(self, row: Row) -> None:
        row.version += 1
        row.values["updated_at"] = iso(self.author.now)
        if row.id not in self.outcome.changed:
            self.outcome.changed.append(row.id)

    def _conflict(
        self,
        about: str,
        name: str,
        *,
        loser: tuple[object, Stamp | None],
        winner: tuple[object, Stamp | None] | None,
        row: Row | None = None,
    ) -> None:
        """Keep the value that lost, as a row that devices see; the same mutation makes the same one."""
        entity = row.id if row else self.mutation.entity
        conflict = Row("conflict", str(uuid5(UUID(self.mutation.id), f"{about}:{entity}:{name}")))
        conflict.values = {
            "about": about,
            "entity_kind": row.kind if row else self.kind.name,
            "entity": entity,
            "field": name,
            "loser": _side(*loser),
            "state": "open",
            "created_at": iso(self.author.now),
        }
        if winner is not None:
            conflict.values["winner"] = _side(*winner)
        self.rows[conflict.id] = conflict
        self.outcome.conflicts.append(conflict.id)
        self._touch(conflict)


def _side(value: object, stamp: Stamp | None) -> dict[str, object]:
    at = None if stamp is None else iso(stamp.milliseconds)
    return {"value": value, "by": stamp.client if stamp else None, "at": at}
