"""The two flows on the real server: a task edited → the other device; a reminder due → a notice on each."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
import socketio  # pyright: ignore[reportMissingTypeStubs]

from onthedot.accounts.commands import create_owner_link
from onthedot.database import Database

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


@pytest.fixture
async def laptops(origin: str) -> AsyncGenerator[list[Laptop]]:
    """Return three laptops, of nobody yet."""
    laptops = [Laptop(origin) for _ in range(3)]
    yield laptops
    for laptop in laptops:
        await laptop.close()


async def _sign_up(database: Database, laptop: Laptop, name: str) -> None:
    link = await create_owner_link(database)
    wanted = {"email": f"{name}@example.org", "name": name, "password": PASSWORD, "zone": "UTC", "link": link}
    await laptop.post("/api/sign-up", wanted)


async def test_a_change_and_a_notice_reach_all_devices_of_the_person_and_nobody_else(
    database: Database, laptops: list[Laptop]
) -> None:
    desk, sofa, stranger = laptops
    await _sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await _sign_up(database, stranger, "grace")
    for laptop in laptops:
        await laptop.connect()

    at = (datetime.now(UTC) + timedelta(seconds=0.5)).isoformat()
    task = await desk.post("/api/tasks", {"title": "Tea", "reminders": [{"at": at}]})

    for laptop in (desk, sofa):
        delta, notice = await laptop.wait_for("delta"), await laptop.wait_for("notice")
        assert (delta["from"], delta["to"], delta["rows"][0]["id"]) == (1, 1, task["id"])
        assert (notice["task"], notice["title"], notice["late_seconds"]) == (task["id"], "Tea", 0)
    assert stranger.heard == []


async def test_hello_is_answered_with_where_the_own_space_stands(database: Database, laptops: list[Laptop]) -> None:
    desk = laptops[0]
    await _sign_up(database, desk, "ada")
    await desk.post("/api/tasks", {"title": "Tea"})
    await desk.connect()
    await desk.socket.emit("hello", {"space": "0192d1f0-0000-7000-8000-000000000001"})
    head = await desk.wait_for("head")
    async with desk.session.get("/api/account") as account:
        assert (head["space"], head["head"]) == ((await account.json())["space"], 1)


@pytest.mark.parametrize("origin_sent", ["https://evil.example", ""])
async def test_a_socket_from_elsewhere_is_not_opened(
    database: Database, laptops: list[Laptop], origin_sent: str
) -> None:
    desk = laptops[0]
    await _sign_up(database, desk, "ada")
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await desk.session.ws_connect("/socket.io/?EIO=4&transport=websocket", headers={"origin": origin_sent})
    assert refused.value.status == 403


async def test_nobody_without_a_session_opens_a_socket_and_polling_is_told_so(laptops: list[Laptop]) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await laptops[0].session.ws_connect("/socket.io/?EIO=4&transport=websocket")
    assert refused.value.status == 403
    async with laptops[0].session.get("/socket.io/?EIO=4&transport=polling") as answer:
        assert (answer.status, (await answer.json())["name"]) == (400, "websocket_only")


async def test_ending_a_session_closes_its_socket(database: Database, laptops: list[Laptop]) -> None:
    desk, sofa = laptops[:2]
    await _sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await sofa.connect()
    async with desk.session.get("/api/sessions") as answer:
        [other] = [session["id"] for session in (await answer.json())["items"] if not session["current"]]
    await desk.session.delete(f"/api/sessions/{other}", headers={"content-type": "application/json"})
    async with asyncio.timeout(6):
        await sofa.socket.wait()


async def test_a_frame_that_is_too_large_closes_the_socket(database: Database, laptops: list[Laptop]) -> None:
    desk = laptops[0]
    await _sign_up(database, desk, "ada")
    await desk.connect()
    await desk.socket.emit("hello", {"padding": "x" * 100_000})
    async with asyncio.timeout(6):
        await desk.socket.wait()
