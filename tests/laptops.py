"""Laptops: browser profiles with an open socket, on the real server."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import socketio  # pyright: ignore[reportMissingTypeStubs]
import uvicorn

from onthedot.accounts.commands import create_owner_link
from onthedot.app import build
from onthedot.cli import bind
from onthedot.database import Database
from onthedot.settings import Settings

PASSWORD = "correct horse battery"


class Laptop:
    """A browser profile with an open socket; `heard` is what it was sent."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.session = aiohttp.ClientSession(
            origin, cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"origin": origin}
        )
        self.socket: Any = socketio.AsyncClient(http_session=self.session, reconnection=False)
        self.heard: list[tuple[str, Any]] = []
        self.socket.on("*", self._hear)

    def _hear(self, event: str, message: object = None) -> None:
        self.heard.append((event, message))

    async def post(self, path: str, body: object) -> Any:  # noqa: ANN401 - JSON
        async with self.session.post(path, json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def connect(self) -> None:
        await self.socket.connect(self.origin, transports=["websocket"], headers={"origin": self.origin})

    async def wait_for(self, event: str) -> Any:  # noqa: ANN401 - JSON
        async with asyncio.timeout(10):
            while True:
                for name, message in self.heard:
                    if name == event:
                        return message
                await asyncio.sleep(0.005)

    async def close(self) -> None:
        if self.socket.connected:
            await self.socket.disconnect()
        await self.session.close()


@asynccontextmanager
async def serving(database: Database, migrated: str) -> AsyncGenerator[str]:
    """Yield the address of the whole server, in all its roles."""
    listening = bind(Settings(port=0))
    # What the kernel would take in for a reader that has stopped is kept small.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)
    settings = Settings(port=listening.getsockname()[1], sign_up="open")
    house = build(settings, database, migrated)
    server = uvicorn.Server(uvicorn.Config(house.app, log_level="warning", lifespan="off", ws="websockets-sansio"))
    running = [asyncio.create_task(server.serve(sockets=[listening])), asyncio.create_task(house.run())]
    yield settings.origins[0]
    server.should_exit = True
    await running[0]
    running[1].cancel()
    await asyncio.gather(*running, return_exceptions=True)
    listening.close()


async def sign_up(database: Database, laptop: Laptop, name: str) -> None:
    link = await create_owner_link(database)
    wanted = {"email": f"{name}@example.org", "name": name, "password": PASSWORD, "zone": "UTC", "link": link}
    await laptop.post("/api/sign-up", wanted)
