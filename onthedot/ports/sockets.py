"""What we need of sockets: to tell all devices of a person something, now. Losing a message costs nothing."""

from typing import Any, Protocol, TypeAlias
from uuid import UUID

import orjson

Message: TypeAlias = dict[str, Any] | orjson.Fragment
"""What is sent, or ready JSON of it."""


class Sockets(Protocol):
    """The open sockets of everybody."""

    def emit(self, person: UUID, event: str, message: Message) -> None:
        """Send the message to all devices of the person that are connected here; never waits."""
        ...
