"""What travels between a device and the server in a schedule; any of it may be lost, repeated or late."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from onthedot.changes.mutation import Mutation

NOISE = frozenset({"rank", "state", "read_at"})
"""Fields of which nobody needs to know that two differed."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A mutation, what its author really had seen of each field, and when it really was, whatever it says itself."""

    mutation: Mutation
    client: str
    at: int
    seen: Mapping[str, str] = field(default_factory=dict[str, str])
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One push."""

    client: str
    client_now: int
    sent: tuple[Sent, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as JSON after `since` up to `to`: a page of a pull, or what a socket was sent, which tells no time."""

    since: int
    to: int
    rows: tuple[str, ...]
    acknowledged: Mapping[str, int]
    server_now: int | None = None
    more: bool = False


def side(values: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Return the loser or the winner of a conflict: the value, by whom and when."""
    return cast("dict[str, object]", values[name])
