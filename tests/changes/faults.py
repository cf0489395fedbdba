"""Faults of the merge, each as somebody could write it; the random schedules must find every one."""

# A fault takes the place of a part of the merge, so it reaches into it.
# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid5

from onthedot.changes.clock import iso
from onthedot.changes.merge import _Merge
from onthedot.changes.mutation import Mutation
from onthedot.changes.rows import Row, Stamp

Side = tuple[object, Stamp | None]
Fault = Callable[..., object]

_conflict, _write, _knew = _Merge._conflict, _Merge._write, _Merge._knew
_delete, _restore, _mark_done, _bury = _Merge._delete, _Merge._restore, _Merge._mark_done, _Merge._bury


def unrecorded(about: str, *, mine: bool | None = None) -> Fault:
    """Return a merge that forgets one kind of conflict, or half of it: where `mine` lost, or where it won."""

    def conflict(self: _Merge, kind: str, name: str, *, loser: Side, **rest: Any) -> None:  # noqa: ANN401
        own = loser[1] is not None and loser[1].client == self.author.client
        if kind != about or mine not in {None, own}:
            _conflict(self, kind, name, loser=loser, **rest)

    return conflict


def swapped(self: _Merge, about: str, name: str, *, loser: Side, winner: Side | None, row: Row | None = None) -> None:
    """Keep the value that won, not the one that lost."""
    if winner is None:
        _conflict(self, about, name, loser=loser, winner=winner, row=row)
    else:
        _conflict(self, about, name, loser=winner, winner=loser, row=row)


def equals_recorded(self: _Merge, row: Row, name: str, value: object) -> bool:
    """Record two equal values as a conflict."""
    current, old = row.stamps.get(name), row.values.get(name)
    if current is not None and old == value and not self._knew(name, current) and not self.kind.is_noise(name):
        self._conflict("concurrent", name, loser=(old, current), winner=(value, current))
    return _write(self, row, name, value)


def resurrected(self: _Merge, row: Row, given: Mapping[str, object]) -> None:
    """Bring a deleted row back by an edit."""
    self._revive(row)
    self._touch(row)
    for name, value in given.items():
        row.put(name, value, self._stamp(row.stamps.get(name)))


def by_count_alone(self: _Merge, name: str, stamp: Stamp) -> bool:
    """Take another device's version for the one that was seen, if both counted as far."""
    own = self.author.sees_present or stamp.client == self.author.client
    return own or self.mutation.base.get(name, "").rpartition(":")[2] == str(stamp.n)


def not_quite_seen(self: _Merge, name: str, stamp: Stamp) -> bool:
    """Take the newest that a version held for something newer than it."""
    seen = self.author.seen
    return stamp.version < seen if seen is not None else _knew(self, name, stamp)


def of_any_life(step: Callable[[_Merge], None]) -> Fault:
    """Return a delete or restore that does not look which life its author had seen."""

    def stale(self: _Merge) -> None:
        self.mutation = self.mutation.model_copy(update={"life": None})
        step(self)

    return stale


def restored_alone(self: _Merge) -> None:
    """Leave in the Trash what had gone along."""
    company = {id: row for id, row in self.rows.items() if "deleted_with" in row.values and row is not self.row}
    for id in company:
        del self.rows[id]
    _restore(self)
    self.rows.update(company)


def restored_with_all(self: _Merge) -> None:
    """Bring back all that hangs below, though it had been deleted by itself."""
    if self.row is not None and not self.row.alive:
        for row in self.rows.values():
            if not row.alive and self._hangs_on(row, {self.row.id}):
                row.values["deleted_with"] = self.row.id
    _restore(self)


def everything_below(self: _Merge, root: Row) -> list[Row]:
    """Take what is done into the Trash too."""
    return [row for row in self.rows.values() if row.alive and self._hangs_on(row, {root.id})]


def children_alone(self: _Merge, root: Row) -> list[Row]:
    """Leave behind what hangs two steps below."""
    return [row for row in everything_below(self, root) if "completed_at" not in row.values]


def buried_alone(self: _Merge, row: Row, root: str | None) -> None:
    """Forget with what it went into the Trash."""
    del root
    row.life += 1
    row.keep("deleted_at", iso(self.author.now))
    self._touch(row)


def emptied(self: _Merge, row: Row, root: str | None) -> None:
    """Throw away what a row held that went along."""
    if root is not None:
        row.values = {name: row.values[name] for name in row.values if name in {*self.kind.hangs_on, "created_at"}}
    _bury(self, row, root)


def done_again(self: _Merge, *, done: bool) -> None:
    """Complete what is done already."""
    if self.row is not None and self.row.alive:
        self._turn_done(self.row, done=done)
    else:
        _mark_done(self, done=done)


def unnamed(self: _Merge, row: Row) -> None:
    """Change a row and tell no device."""
    row.version += 1
    row.values["updated_at"] = iso(self.author.now)
    if row.kind == "conflict":
        self.outcome.changed.append(row.id)


def clock(*, floor: bool = True, ceiling: bool = True, arrival: bool = False) -> Fault:
    """Return the hybrid clock without what it must not be without, or one that shows when an edit arrived."""

    def stamp_of(mutation: Mutation, *, client: str, now: int, skew: int, floor: Stamp | None) -> Stamp:
        milliseconds, counter = mutation.clock
        milliseconds = now if arrival else max(0, milliseconds + skew)
        if ceiling and milliseconds > now:
            milliseconds, counter = now, 0
        stamp = Stamp(milliseconds, counter, client, mutation.n)
        if floor is None or stamp > floor or not floored:
            return stamp
        return Stamp(floor.milliseconds, floor.counter + 1, client, mutation.n)

    floored = floor
    return stamp_of


def unmoved(mutation: Mutation, *, client: str, now: int, skew: int, floor: Stamp | None) -> Stamp:
    """Believe every device's clock."""
    del skew
    return clock()(mutation, client=client, now=now, skew=0, floor=floor)  # type: ignore[return-value]


def reached(self: _Merge, name: str, value: object, stamp: Stamp) -> object:
    """Let a row hang on what is gone."""
    del self, name, stamp
    return value


def by_field_alone(namespace: UUID, name: str) -> UUID:
    """Give the next conflict of the same field the same id."""
    del namespace
    return uuid5(UUID(int=0), name)


def whatever_it_is_about(namespace: UUID, name: str) -> UUID:
    """Give two conflicts of one field in one mutation the same id."""
    return uuid5(namespace, name.partition(":")[2])


def constant(answer: object) -> Fault:
    """Return what always gives the same answer."""
    return lambda *_, **__: answer


FAULTS: dict[str, tuple[str, Fault]] = {
    "a losing edit is not recorded": ("_conflict", unrecorded("concurrent", mine=True)),
    "an overwritten value is not recorded": ("_conflict", unrecorded("concurrent", mine=False)),
    "an edit of what is deleted is dropped": ("_conflict", unrecorded("edit_on_deleted")),
    "a delete does not tell what it swallowed": ("_conflict", unrecorded("deleted_over_edit")),
    "an edit of what is gone is dropped": ("_conflict", unrecorded("target_gone")),
    "a refused ring is dropped": ("_conflict", unrecorded("cycle")),
    "a cleared reference is dropped": ("_conflict", unrecorded("orphaned")),
    "what was refused is dropped": ("_conflict", unrecorded("refused")),
    "the winner is kept instead of the loser": ("_conflict", swapped),
    "equal values are a conflict": ("_write", equals_recorded),
    "an edit brings back what is deleted": ("_swallowed", resurrected),
    "everybody had seen everything": ("_knew", constant(answer=True)),
    "nobody had seen anything": ("_knew", constant(answer=False)),
    "what was seen is known by its count alone": ("_knew", by_count_alone),
    "what a version held last counts as unseen": ("_knew", not_quite_seen),
    "a delete of another life is heard": ("_delete", of_any_life(_delete)),
    "a restore of another life is heard": ("_restore", of_any_life(_restore)),
    "a restore brings back one row alone": ("_restore", restored_alone),
    "a restore brings back what was deleted before": ("_restore", restored_with_all),
    "a delete leaves what hangs below": ("_open_below", constant([])),
    "a delete leaves what hangs two steps below": ("_open_below", children_alone),
    "a delete takes what is done": ("_open_below", everything_below),
    "what went along is forgotten": ("_bury", buried_alone),
    "what went along is emptied": ("_bury", emptied),
    "a restored row hangs on what is gone": ("_let_go_of_the_dead", constant(None)),
    "a row may hang on itself": ("_makes_cycle", constant(answer=False)),
    "a row may hang on what is gone": ("_reachable", reached),
    "done twice is done again": ("_mark_done", done_again),
    "a changed row is not named": ("_touch", unnamed),
    "an author who knows better loses by a wrong clock": ("stamp_of", clock(floor=False)),
    "a stamp is from the future": ("stamp_of", clock(ceiling=False)),
    "the last to arrive wins": ("stamp_of", clock(arrival=True)),
    "a wrong clock is believed": ("stamp_of", unmoved),
    "a field's next conflict overwrites the one before": ("uuid5", by_field_alone),
    "a field's two conflicts are one": ("uuid5", whatever_it_is_about),
}
"""By what is wrong: what is replaced, a method of the merge or what it calls, and by what."""
