"""What we need of the bus: that whoever shall hear of an event does, once and in order.

Who hears what is said in rows, one a line: `sends` for what only tells open devices, `writes` for what writes rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onthedot.events import Event, Handler, Subscription
from onthedot.ports.sockets import Sockets


@dataclass(frozen=True, slots=True)
class Hearer:
    """That a consumer hears an event, and how what it then does is made."""

    consumer: str
    event: type[Event]
    make: Callable[[Sockets], Handler]
    writes: bool


def sends(consumer: str, event: type[Event], make: Callable[[Sockets], Handler]) -> Hearer:
    """Let the consumer tell open devices of the event."""
    return Hearer(consumer, event, make, writes=False)


def writes(consumer: str, event: type[Event], handler: Handler) -> Hearer:
    """Let the consumer write what follows from the event."""
    return Hearer(consumer, event, lambda _: handler, writes=True)


def subscriptions(table: Sequence[Hearer], sockets: Sockets) -> tuple[Subscription, ...]:
    """Return what each consumer of the table does when it hears an event."""
    consumers = dict.fromkeys(row.consumer for row in table)
    return tuple(_subscription([row for row in table if row.consumer == consumer], sockets) for consumer in consumers)


def owed(table: Sequence[Hearer]) -> dict[str, tuple[str, ...]]:
    """Return which consumers an event is owed to, by its type."""
    types = dict.fromkeys(row.event.type for row in table)
    return {type_: tuple(row.consumer for row in table if row.event.type == type_) for type_ in types}


def _subscription(rows: Sequence[Hearer], sockets: Sockets) -> Subscription:
    handlers = {row.event: row.make(sockets) for row in rows}
    return Subscription(rows[0].consumer, handlers, writes=any(row.writes for row in rows))
