"""What sockets do on the real server, with clients that mean well and clients that do not."""

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncGenerator
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from onthedot.app import SOCKETS_PER_MINUTE
from onthedot.database import Database
from onthedot.ports.line import MESSAGES_PER_MINUTE
from onthedot.ports.sockets_memory import LONGEST_QUEUE
from tests.laptops import PASSWORD, Laptop, sign_up


async def test_hello_is_answered_with_where_the_own_space_stands(database: Database, laptops: list[Laptop]) -> None:
    desk = laptops[0]
    await sign_up(database, desk, "ada")
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
    await sign_up(database, desk, "ada")
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
    await sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await sofa.connect()
    async with desk.session.get("/api/sessions") as answer:
        [other] = [session["id"] for session in (await answer.json())["items"] if not session["current"]]
    await desk.session.delete(f"/api/sessions/{other}", headers={"content-type": "application/json"})
    async with asyncio.timeout(6):
        await sofa.socket.wait()


async def test_a_frame_that_is_too_large_closes_the_socket(database: Database, laptops: list[Laptop]) -> None:
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    await desk.connect()
    await desk.socket.emit("hello", {"padding": "x" * 100_000})
    async with asyncio.timeout(6):
        await desk.socket.wait()


@contextlib.asynccontextmanager
async def _bare(laptop: Laptop, *, joined: bool = True, **headers: str) -> AsyncGenerator[ClientConnection]:
    """Yield a socket with the laptop's session that does only what the test lets it do."""
    sent = {"origin": laptop.origin, "cookie": f"onthedot={_secret(laptop)}"} | headers
    # What the kernel would read in advance is kept small.
    plain = socket.socket()
    plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    host, port = laptop.origin.removeprefix("http://").split(":")
    plain.connect((host, int(port)))
    address = f"ws://{host}:{port}/socket.io/?EIO=4&transport=websocket"
    async with connect(
        address, sock=plain, additional_headers=sent, max_queue=1, ping_interval=None, compression=None, proxy=None
    ) as bare:
        if joined:
            assert str(await bare.recv()).startswith("0")
            await bare.send("40")
            assert str(await bare.recv()).startswith("40")
        yield bare


def _secret(laptop: Laptop) -> str:
    return next(cookie.value for cookie in laptop.session.cookie_jar if cookie.key == "onthedot")


async def _read_to_the_end(bare: ClientConnection, *, within_seconds: float) -> list[str]:
    """Return what is still to be read until the server has closed."""
    read: list[str] = []
    async with asyncio.timeout(within_seconds):
        try:
            while True:
                read.append(str(await bare.recv()))
        except ConnectionClosed:
            return read


async def _end_session(database: Database) -> None:
    async with database.door() as door:
        await door.execute("delete from session")


@pytest.mark.parametrize("host", ["rebound.example", "127.0.0.1:1", ""])
async def test_a_socket_by_a_foreign_name_is_not_opened(database: Database, laptops: list[Laptop], host: str) -> None:
    """S-27, S-09."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await desk.session.ws_connect("/socket.io/?EIO=4&transport=websocket", headers={"host": host})
    assert refused.value.status == 403


async def test_a_program_opens_a_socket_by_its_token_and_not_by_one_in_the_address(
    database: Database, laptops: list[Laptop]
) -> None:
    """S-09."""
    desk, script = laptops[:2]
    await sign_up(database, desk, "ada")
    token = (await desk.post("/api/tokens", {"name": "script", "scopes": ["read"]}))["token"]
    path = "/socket.io/?EIO=4&transport=websocket"
    async with script.session.ws_connect(path, headers={"authorization": f"Bearer {token}", "origin": ""}) as opened:
        assert (await opened.receive_str()).startswith("0")
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await script.session.ws_connect(f"{path}&token={token}")


@pytest.mark.parametrize("scopes", [["write"], ["admin"], ["write", "admin"]])
async def test_a_token_that_may_not_read_opens_no_socket(
    database: Database, laptops: list[Laptop], scopes: list[str]
) -> None:
    """S-11: a socket is sent whole rows."""
    desk, script = laptops[:2]
    await sign_up(database, desk, "ada")
    token = (await desk.post("/api/tokens", {"name": "script", "scopes": scopes}))["token"]
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        await script.session.ws_connect(
            "/socket.io/?EIO=4&transport=websocket", headers={"authorization": f"Bearer {token}", "origin": ""}
        )
    assert refused.value.status == 403


async def test_a_client_cannot_join_the_room_of_another(database: Database, laptops: list[Laptop]) -> None:
    """S-09: rooms are the server's."""
    desk, stranger = laptops[:2]
    await sign_up(database, desk, "ada")
    await sign_up(database, stranger, "grace")
    async with desk.session.get("/api/account") as answer:
        account = await answer.json()
    async with _bare(stranger) as bare:
        for event in ("join", "enter_room", "subscribe", "hello"):
            await bare.send("42" + json.dumps([event, f"user_{account['id']}", {"space": account["space"]}]))
        await bare.send(f"40/user_{account['id']},")
        assert account["space"] not in str(await bare.recv())
        await desk.post("/api/tasks", {"title": "Secret"})
        await stranger.post("/api/tasks", {"title": "Own"})
        seen = ""
        async with asyncio.timeout(5):
            while "Own" not in seen:
                seen += str(await bare.recv())
        assert "Secret" not in seen


async def test_who_was_sent_away_neither_stays_nor_comes_back_on_the_same_line(
    database: Database, laptops: list[Laptop]
) -> None:
    """S-01: it is told within five seconds, and has one more to leave by itself."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    async with _bare(desk) as bare:
        await _end_session(database)
        async with asyncio.timeout(5.5):
            assert await bare.recv() == "41"
        await bare.send("40")
        assert not [told for told in await _read_to_the_end(bare, within_seconds=2) if told.startswith("40")]


async def test_who_leaves_the_room_leaves_the_line(database: Database, laptops: list[Laptop]) -> None:
    """S-09: nobody stays in whose session is no longer asked for."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    async with _bare(desk) as bare:
        await bare.send("41")
        await _read_to_the_end(bare, within_seconds=5)


async def test_a_reader_that_stops_is_cut_off_and_pulls_while_the_others_are_told_all(
    database: Database, laptops: list[Laptop]
) -> None:
    desk, sofa = laptops[:2]
    await sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await sofa.connect()
    task = (await desk.post("/api/tasks", {"title": "Tea"}))["id"]
    edits = LONGEST_QUEUE + 60
    async with _bare(desk) as bare:
        for place in range(edits):
            async with desk.session.patch(f"/api/tasks/{task}", json={"notes": f"{place} " + "x" * 30_000}) as answer:
                assert answer.status == 200
        read = await _read_to_the_end(bare, within_seconds=10)
    # Only what was on its way: what waited for it was dropped.
    assert len(read) < LONGEST_QUEUE

    async with asyncio.timeout(10):
        while len(sofa.heard) < edits + 1:
            await asyncio.sleep(0.01)
    pulled = await desk.post("/api/sync", {"client": str(uuid4()), "client_now": 1})
    assert pulled["rows"][0]["values"]["notes"].startswith(f"{edits - 1} ")


async def test_a_client_that_chatters_is_cut_off(database: Database, laptops: list[Laptop]) -> None:
    """S-09."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    async with _bare(desk) as bare:
        for _ in range(2 * MESSAGES_PER_MINUTE):
            with contextlib.suppress(ConnectionClosed):
                await bare.send('42["hello",{}]')
        assert len(await _read_to_the_end(bare, within_seconds=10)) <= MESSAGES_PER_MINUTE


async def test_a_session_opens_as_many_sockets_as_it_needs_and_no_more(
    database: Database, laptops: list[Laptop]
) -> None:
    """S-05."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    for _ in range(SOCKETS_PER_MINUTE):
        async with _bare(desk, joined=False):
            pass
    with pytest.raises(InvalidStatus) as refused:
        await _bare(desk, joined=False).__aenter__()
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize(
    "message", ["x", "4", "49", "42[", '42["hello"', "451-", "6", "42[1]", '42["hello",' + "[" * 9_000]
)
async def test_what_is_no_message_of_ours_harms_nobody(database: Database, laptops: list[Laptop], message: str) -> None:
    desk, sofa = laptops[:2]
    await sign_up(database, desk, "ada")
    await sofa.post("/api/sign-in", {"email": "ada@example.org", "password": PASSWORD})
    await sofa.connect()
    async with _bare(desk) as bare:
        await bare.send(message)
        await desk.post("/api/tasks", {"title": "Tea"})
        delta: Any = await sofa.wait_for("delta")
    assert delta["to"] == 1


async def test_devices_are_sent_word_for_word_what_the_log_has(database: Database, laptops: list[Laptop]) -> None:
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    async with _bare(desk) as bare:
        await desk.post("/api/tasks", {"title": "Crème brûlée"})
        delta = str(await bare.recv())
    async with database.worker() as worker:
        [logged] = await worker.fetch("select data from event where type = 'space.changed'")
    assert delta == f'42["delta",{logged["data"]}]'


async def test_a_message_of_64_kib_is_the_largest(database: Database, laptops: list[Laptop]) -> None:
    """S-09."""
    desk = laptops[0]
    await sign_up(database, desk, "ada")
    async with _bare(desk) as bare:
        largest = '42["hello","' + "x" * (64 * 1024 - 14) + '"]'
        assert len(largest) == 64 * 1024
        await bare.send(largest)
        assert str(await bare.recv()).startswith('42["head"')
        await bare.send(largest.replace('"]', 'x"]'))
        await _read_to_the_end(bare, within_seconds=5)
