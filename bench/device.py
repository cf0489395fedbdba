"""A device of a person with an open socket, by the official Socket.IO client for Python."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Self
from uuid import uuid4

import aiohttp
import socketio  # pyright: ignore[reportMissingTypeStubs]


class Device:
    """A device that pushes, and notes when it heard what: pairs (event, message, seconds since 1970)."""

    def __init__(self, origin: str, secret: str) -> None:
        """Hold the session's secret; `async with` connects."""
        self._origin = origin
        headers = {"origin": origin, "cookie": f"onthedot={secret}"}
        self._session = aiohttp.ClientSession(origin, headers=headers)
        self._headers = headers
        self._socket: Any = socketio.AsyncClient(http_session=self._session, reconnection=False)
        self._socket.on("*", self._hear)
        self._client, self._n = str(uuid4()), 0
        self._news = asyncio.Event()
        self.heard: list[tuple[str, Any, float]] = []

    async def __aenter__(self) -> Self:
        """Connect."""
        await self._socket.connect(self._origin, transports=["websocket"], headers=self._headers)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Hang up."""
        await self._socket.disconnect()
        await self._session.close()

    def _hear(self, event: str, message: object = None) -> None:
        self.heard.append((event, message, time.time()))
        self._news.set()

    async def wait_for(self, event: str, count: int) -> None:
        """Wait until so many of the event were heard."""
        while sum(1 for name, _, _ in self.heard if name == event) < count:
            self._news.clear()
            await self._news.wait()

    def mutation(self, op: str, entity: str, **fields: object) -> dict[str, Any]:
        """Return the next mutation of a task."""
        self._n += 1
        given = {"n": self._n, "id": str(uuid4()), "op": op, "kind": "task", "entity": entity}
        return given | {"clock": [int(time.time() * 1000), 0], "set": fields}

    async def push(self, *mutations: dict[str, Any]) -> None:
        """Send the mutations, and take the answer."""
        sent = {"client": self._client, "client_now": int(time.time() * 1000), "mutations": mutations, "limit": 1}
        async with self._session.post("/api/sync", json=sent) as answer:
            told = await answer.json()
            if [result["status"] for result in told["results"]] != ["ok"] * len(mutations):
                raise SystemExit(f"the push was answered {told}")
