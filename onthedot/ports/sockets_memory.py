"""Socket.IO for one process, by python-socketio: WebSocket only, known before it is open, one room per person."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, ClassVar, cast
from uuid import UUID

import socketio  # pyright: ignore[reportMissingTypeStubs]
from starlette.requests import HTTPConnection

from onthedot.errors import Refusal, Unavailable
from onthedot.problems import problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from onthedot.database import Actor

log = logging.getLogger(__name__)

PATH = "/socket.io"
LARGEST_MESSAGE_BYTES = 64 * 1024
LONGEST_QUEUE = 100
"""Messages that wait for one socket; a reader that falls further behind is cut off, and pulls when it is back."""
CONNECT_SECONDS = 10
SESSION_CHECK_SECONDS = 4.0
HEAD_SECONDS = 25.0
MOST_PER_PERSON = 50


class Unwelcome(Refusal):
    """A socket from a page that is not ours."""

    name: ClassVar[str] = "forbidden"


class WebSocketOnly(Refusal):
    """The client polls."""

    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST
    name: ClassVar[str] = "websocket_only"


@dataclass(frozen=True, slots=True)
class Questions:
    """What the sockets ask the rest: who calls, whose sessions live, where spaces stand, which origins are ours."""

    authenticate: Callable[[HTTPConnection], Awaitable[Actor]]
    alive: Callable[[Iterable[UUID]], Awaitable[set[UUID]]]
    heads: Callable[[Iterable[UUID]], Awaitable[list[dict[str, Any]]]]
    origins: tuple[str, ...]


class MemorySockets:
    """The sockets of this process; `app` is mounted in front of the application."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._actors: dict[str, Actor] = {}
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
        )
        self._server.on("connect", self._connected)
        self._server.on("disconnect", self._disconnected)
        self._server.on("hello", self._hello)

    def emit(self, person: UUID, event: str, message: dict[str, Any]) -> None:
        """Send the message to all devices of the person that are connected here."""
        for sid in self._sids.get(person, ()):
            if self._waiting(sid) > LONGEST_QUEUE:
                self._later(self._cut(sid))
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
            elif scope["type"] == "http" and scope["path"].startswith(PATH):
                refusal = WebSocketOnly('Only WebSocket is spoken here: set transports: ["websocket"].')
                await problem(refusal)(scope, receive, send)
            else:
                await app(scope, receive, send)

        return guarded

    async def _open(self, scope: Scope, receive: Receive, send: Send, *, inner: ASGIApp) -> None:
        """Let in who is known and comes from a page of ours; refuse before the socket is open."""
        connection = HTTPConnection({**scope, "app": self._app})
        origin = connection.headers.get("origin")
        by_token = "authorization" in connection.headers
        try:
            if not by_token and origin not in self._questions.origins:
                raise Unwelcome("This page may not open a socket here.")
            actor = await self._questions.authenticate(connection)
        except Refusal:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        scope["onthedot.actor"] = actor
        await inner(scope, _hasty(scope, receive), send)

    async def _connected(self, sid: str, environ: dict[str, Any], _auth: object = None) -> bool:
        scope: dict[str, Any] = environ["asgi.scope"]
        actor: Actor = scope["onthedot.actor"]
        if len(self._sids.get(actor.person, ())) >= MOST_PER_PERSON:
            return False
        scope["onthedot.connected"] = True
        self._actors[sid] = actor
        self._sids[actor.person].add(sid)
        await self._server.enter_room(sid, f"user_{actor.person}")
        return True

    async def _disconnected(self, sid: str, *_: object) -> None:
        actor = self._actors.pop(sid, None)
        if actor is not None:
            self._sids[actor.person].discard(sid)
            if not self._sids[actor.person]:
                del self._sids[actor.person]

    async def _hello(self, sid: str, *_: object) -> None:
        """Answer with where the person's own space stands, whatever the client says."""
        actor = self._actors.get(sid)
        if actor is not None:
            for head in await self._questions.heads([actor.space]):
                await self._server.emit("head", head, to=sid)

    async def _close_ended(self) -> None:
        sessions = {actor.session for actor in self._actors.values() if actor.session is not None}
        ended = sessions - await self._questions.alive(sessions) if sessions else set[UUID]()
        for sid in [sid for sid, actor in self._actors.items() if actor.session in ended]:
            await self._cut(sid)

    async def _tell_heads(self) -> None:
        spaces = {actor.space: actor.person for actor in self._actors.values()}
        for head in await self._questions.heads(spaces):
            person = next(person for space, person in spaces.items() if str(space) == head["space"])
            self.emit(person, "head", head)

    async def _every(self, seconds: float, action: Callable[[], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(seconds)
            with contextlib.suppress(Unavailable):
                await action()

    async def _cut(self, sid: str) -> None:
        with contextlib.suppress(KeyError):
            await self._server.disconnect(sid)

    def _waiting(self, sid: str) -> int:
        """Return how many messages wait for the socket."""
        engine_id = self._server.manager.eio_sid_from_sid(sid, "/")
        socket = self._server.eio.sockets.get(engine_id)
        return 0 if socket is None else cast("int", socket.queue.qsize())

    def _later(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _hasty(scope: Scope, receive: Receive) -> Receive:
    """Return a receive that hangs up on a client that opens a socket and then never connects."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + CONNECT_SECONDS

    async def hasty() -> Message:
        if scope.get("onthedot.connected"):
            return await receive()
        try:
            async with asyncio.timeout_at(deadline):
                return await receive()
        except TimeoutError:
            if scope.get("onthedot.connected"):
                return await receive()
            return {"type": "websocket.disconnect", "code": 1008}

    return hasty
