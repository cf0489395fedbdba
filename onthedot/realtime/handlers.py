"""What devices are sent. It may be lost: they notice a hole, and pull."""

from dataclasses import dataclass
from functools import partial

import orjson

from onthedot.database import Transaction
from onthedot.events import Envelope
from onthedot.ports.sockets import Sockets


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Send a change of a space to all devices of its person."""

    sockets: Sockets

    async def __call__(self, tx: Transaction, envelope: Envelope) -> None:
        """Send it once the delivery is dealt with."""
        message = orjson.Fragment(envelope.text)
        tx.after_commit.append(partial(self.sockets.emit, tx.actor.person, "delta", message))


@dataclass(frozen=True, slots=True)
class ShowNotice:
    """Send a notice to all devices of its person."""

    sockets: Sockets

    async def __call__(self, tx: Transaction, envelope: Envelope) -> None:
        """Send it once the delivery is dealt with."""
        message = dict(envelope.data)["notice"]
        tx.after_commit.append(partial(self.sockets.emit, tx.actor.person, "notice", message))
