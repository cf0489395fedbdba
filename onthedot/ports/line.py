"""One open WebSocket, which ends when we say so, whatever the other side does or leaves undone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from onthedot.errors import SlowDown
from onthedot.pace import Pace

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Send

    from onthedot.database import Actor

CONNECT_SECONDS = 10
MESSAGES_PER_MINUTE = 120
"""From one socket; a client of ours sends a greeting when it connects, and an answer to each ping."""
FAREWELL_SECONDS = 1.0


class Line:
    """A socket of somebody: `send` is the server's own for it."""

    def __init__(self, actor: Actor, receive: Receive, send: Send) -> None:
        """Take the line as it was opened."""
        self.actor = actor
        self._receive = receive
        self._send = send
        self._pace = Pace(MESSAGES_PER_MINUTE)
        self._deadline: float | None = asyncio.get_running_loop().time() + CONNECT_SECONDS
        self._ended = False

    def join(self) -> bool:
        """Tell whether the client may join; who has left or was sent away opens another line, and is asked again."""
        self._deadline = None
        return not self._ended

    async def receive(self) -> Message:
        """Return what the client sends, or that it is gone: it never joined in time, or sends too much."""
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
            self._pace.check(None)
        except TimeoutError:
            # It may have joined while this call waited.
            if self._deadline is not None:
                return {"type": "websocket.disconnect", "code": 1008}
            return await self.receive()
        except SlowDown:
            self.cut()
            return {"type": "websocket.disconnect", "code": 1008}
        return message

    def end(self) -> None:
        """Let the client leave by itself for a moment, then cut the line."""
        self._ended = True
        asyncio.get_running_loop().call_later(FAREWELL_SECONDS, self.cut)

    def cut(self) -> None:
        """Drop the connection at once, with what waits to be read.

        A client that reads nothing would hold it for ever: closing waits for what was sent to arrive. Of ASGI's calls
        none drops a connection, so this reaches for uvicorn's own transport.
        """
        self._ended = True
        transport: Any = getattr(getattr(self._send, "__self__", None), "transport", None)
        if transport is not None:
            transport.abort()
