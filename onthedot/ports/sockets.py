"""What we need of sockets: to tell all devices of a person something, now. Losing a message costs nothing."""

from typing import Any, Protocol
from uuid import UUID


class Sockets(Protocol):
    """The open sockets of everybody."""

    def emit(self, person: UUID, event: str, message: dict[str, Any]) -> None:
        """Send the message to all devices of the person that are connected here; never waits."""
        ...
