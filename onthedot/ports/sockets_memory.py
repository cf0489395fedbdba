"""Socket.IO for one process, by python-socketio: WebSocket only, known before it is open, one room per person."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast
from uuid import UUID

import orjson
import socketio  # pyright: ignore[reportMissingTypeStubs]
from starlette.requests import HTTPConnection

from onthedot.errors import Refusal, Unavailable
from onthedot.ports.line import Line
from onthedot.ports.sockets import Message

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

    from onthedot.database import Actor

log = logging.getLogger(__name__)

# Of their own, the libraries write plain text, and below errors each message with what is in it.
_quiet = log.getChild("library")
_quiet.setLevel(logging.ERROR)

PATH = "/socket.io"
LARGEST_MESSAGE_BYTES = 64 * 1024
LONGEST_QUEUE = 100
"""Messages that wait for one socket; a reader that falls further behind is cut off, and pulls when it is back."""
SESSION_CHECK_SECONDS = 4.0
HEAD_SECONDS = 25.0
MOST_PER_PERSON = 50


class Unwelcome(Refusal):
    """A socket from a page that is not ours."""

    name: ClassVar[str] = "forbidden"


async def _nobody_knows(_: Iterable[UUID]) -> list[dict[str, Any]]:
    return []


@dataclass(frozen=True, slots=True)
class Questions:
    """What the sockets ask the rest: who calls, whose sessions live, where spaces stand, which origins are ours."""

    authenticate: Callable[[HTTPConnection], Awaitable[Actor]]
    alive: Callable[[Iterable[UUID]], Awaitable[set[UUID]]]
    origins: tuple[str, ...]
    hosts: frozenset[str]
    heads: Callable[[Iterable[UUID]], Awaitable[list[dict[str, Any]]]] = _nobody_knows


class _Json:
    """What the library writes and reads messages with; what we send may be ready JSON."""

    loads = staticmethod(orjson.loads)

    @staticmethod
    def dumps(data: object, **_: object) -> str:
        """Return the JSON, which is compact in any case."""
        return orjson.dumps(data).decode()


class MemorySockets:
    """The sockets of this process; `app` is mounted in front of the application."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._lines: dict[str, Line] = {}
        self._sids: defaultdict[UUID, set[str]] = defaultdict(set)
        self._app: ASGIApp | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: Any = socketio.AsyncServer(
            async_mode="asgi",
            transports=["websocket"],
            # The guard has checked the origin; here it would be judged by headers that a proxy may write.
            cors_allowed_origins="*",
            max_http_buffer_size=LARGEST_MESSAGE_BYTES,
            monitor_clients=False,
            json=_Json,
            logger=cast("Any", _quiet),
            engineio_logger=cast("Any", _quiet),
        )
        self._server.on("connect", self._connected)
        self._server.on("disconnect", self._disconnected)
        self._server.on("hello", self._hello)

    def emit(self, person: UUID, event: str, message: Message) -> None:
        """Send the message to all devices of the person that are connected here."""
        for sid in self._sids.get(person, ()):
            if self._waiting(sid) > LONGEST_QUEUE:
                self._lines[sid].cut()
        if person in self._sids:
            self._later(self._server.emit(event, message, room=f"user_{person}"))

    async def run(self) -> None:
        """Tell where spaces stand, and close the sockets of sessions that ended, until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._every(SESSION_CHECK_SECONDS, self._close_ended))
            group.create_task(self._every(HEAD_SECONDS, self._tell_heads))

    def in_front_of(self, app: ASGIApp) -> ASGIApp:
        """Return the application with the sockets before it."""
        self._app = app
        inner = socketio.ASGIApp(self._server, app, socketio_path=PATH)

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] == "websocket":
                await self._open(scope, receive, send, inner=inner)
            else:
                await app(scope, receive, send)

        return guarded

    async def _open(self, scope: Scope, receive: Receive, send: Send, *, inner: ASGIApp) -> None:
        """Let in who is known and comes from a page of ours; refuse before the socket is open."""
        connection = HTTPConnection({**scope, "app": self._app})
        origin = connection.headers.get("origin")
        by_token = "authorization" in connection.headers
        try:
            if connection.headers.get("host") not in self._questions.hosts:
                raise Unwelcome("This host is not served here.")
            if not by_token and origin not in self._questions.origins:
                raise Unwelcome("This page may not open a socket here.")
            actor = await self._questions.authenticate(connection)
        except Refusal:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        line = scope["onthedot.line"] = Line(actor, receive, send)
        await inner(scope, line.receive, send)

    async def _connected(self, sid: str, environ: dict[str, Any], _auth: object = None) -> bool:
        line: Line = environ["asgi.scope"]["onthedot.line"]
        person = line.actor.person
        if not line.join() or len(self._sids.get(person, ())) >= MOST_PER_PERSON:
            line.end()
            return False
        self._lines[sid] = line
        self._sids[person].add(sid)
        await self._server.enter_room(sid, f"user_{person}")
        return True

    async def _disconnected(self, sid: str, *_: object) -> None:
        line = self._lines.pop(sid, None)
        if line is not None:
            line.end()
            person = line.actor.person
            self._sids[person].discard(sid)
            if not self._sids[person]:
                del self._sids[person]

    async def _hello(self, sid: str, *_: object) -> None:
        """Answer with where the person's own space stands, whatever the client says."""
        line = self._lines.get(sid)
        if line is not None:
            for head in await self._questions.heads([line.actor.space]):
                await self._server.emit("head", head, to=sid)

    async def _close_ended(self) -> None:
        sessions = {line.actor.session for line in self._lines.values() if line.actor.session is not None}
        ended = sessions - await self._questions.alive(sessions) if sessions else set[UUID]()
        for sid in [sid for sid, line in self._lines.items() if line.actor.session in ended]:
            with contextlib.suppress(KeyError):
                await self._server.disconnect(sid)

    async def _tell_heads(self) -> None:
        spaces = {line.actor.space: line.actor.person for line in self._lines.values()}
        for head in await self._questions.heads(spaces):
            person = next(person for space, person in spaces.items() if str(space) == head["space"])
            self.emit(person, "head", head)

    async def _every(self, seconds: float, action: Callable[[], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(seconds)
            with contextlib.suppress(Unavailable):
                await action()

    def _waiting(self, sid: str) -> int:
        """Return how many messages wait for the socket."""
        engine_id = self._server.manager.eio_sid_from_sid(sid, "/")
        socket = self._server.eio.sockets.get(engine_id)
        return 0 if socket is None else cast("int", socket.queue.qsize())

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
