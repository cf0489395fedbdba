"""What the write path knows of the features: their kinds, what they announce, what they do within a write."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from onthedot.changes.kinds import Kind
    from onthedot.changes.rows import Row
    from onthedot.database import Transaction
    from onthedot.events import Event

Verb = Literal["created", "updated", "completed", "reopened", "deleted", "restored"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after a write; `changed` names the fields that differ."""

    before: Row | None
    after: Row
    verb: Verb
    changed: tuple[str, ...]

    @classmethod
    def of(cls, before: Row | None, after: Row) -> Change:
        """Name what happened between the two."""
        old = {} if before is None else before.values
        names = sorted(name for name in old.keys() | after.values.keys() if old.get(name) != after.values.get(name))
        return cls(before, after, _verb(before, after), tuple(names))


def _verb(before: Row | None, after: Row) -> Verb:
    if before is None:
        return "created"
    if before.alive != after.alive:
        return "restored" if after.alive else "deleted"
    done_before, done_after = "completed_at" in before.values, "completed_at" in after.values
    if done_before != done_after:
        return "completed" if done_after else "reopened"
    return "updated"


Announce: TypeAlias = "Callable[[Change, str, str], Event]"
"""Return the event of a change, by its author and the author's client."""
Within: TypeAlias = "Callable[[Transaction, Sequence[Change]], Awaitable[None]]"
"""What must happen in the same transaction."""


@dataclass(slots=True)
class Rules:
    """The tables that `roles.py` fills, once, when it is imported."""

    kinds: dict[str, Kind] = field(default_factory=dict[str, "Kind"])
    announce: dict[str, Announce] = field(default_factory=dict[str, "Announce"])
    within: dict[str, tuple[Within, ...]] = field(default_factory=dict[str, "tuple[Within, ...]"])

    def fill(
        self,
        kinds: Sequence[tuple[Kind, Announce]],
        within: Mapping[str, tuple[Within, ...]],
    ) -> None:
        """Take the features' tables."""
        for kind, announce in kinds:
            self.kinds[kind.name] = kind
            self.announce[kind.name] = announce
        self.within.update(within)


RULES = Rules()
