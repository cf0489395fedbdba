"""All of Onthedot in one process: the web application, the sockets, and the loops that serve what is owed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from fastapi import FastAPI
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp

from onthedot.accounts.api import reader_of
from onthedot.accounts.api import router as accounts_router
from onthedot.accounts.queries import alive_sessions
from onthedot.activity.api import router as activity_router
from onthedot.database import Actor, Database
from onthedot.errors import Refusal, Unavailable
from onthedot.notifications.api import router as notices_router
from onthedot.pace import Pace
from onthedot.pages import serve_pages
from onthedot.ports.bus import subscriptions
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.ports.scheduler import ReminderDue
from onthedot.ports.scheduler_postgres import PostgresScheduler
from onthedot.ports.sockets_memory import MemorySockets, Questions
from onthedot.realtime.queries import heads
from onthedot.roles import CATALOG, HEARD, OWED, PURGES, WHEN_ZONE_CHANGES
from onthedot.settings import Settings
from onthedot.sync.api import SYNCS_PER_MINUTE
from onthedot.sync.api import router as sync_router
from onthedot.tasks.api import router as tasks_router
from onthedot.web import Gate, Json, answer_refusals

ROUTERS = (
    accounts_router,
    sync_router,
    tasks_router,
    notices_router,
    activity_router,
)


log = logging.getLogger(__name__)


class WebSocketOnly(Refusal):
    """The client polls where only WebSocket is spoken."""

    name: ClassVar[str] = "websocket_only"


RESTART_SECONDS = 1.0
SOCKETS_PER_MINUTE = 30
"""For one session; each of its tabs opens one, and again after each sleep."""
PURGE_SECONDS = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class House:
    """What `serve` answers with, and the loops that must run beside it."""

    app: ASGIApp
    loops: tuple[Callable[[], Awaitable[None]], ...]

    async def run(self) -> None:
        """Run the loops until cancelled; one that dies is back after a second."""
        async with asyncio.TaskGroup() as group:
            for loop in self.loops:
                group.create_task(_for_ever(loop))


def build(settings: Settings, database: Database, dsn: str) -> House:
    """Return the whole, in all its roles, over an open database."""
    app = make_app(settings, database)
    app.state.socket_pace = Pace(SOCKETS_PER_MINUTE)
    sockets = MemorySockets(
        Questions(
            authenticate=_at_a_pace,
            alive=lambda ids: alive_sessions(database, ids),
            heads=lambda spaces: heads(database, spaces),
            origins=settings.origins,
            hosts=settings.hosts,
        )
    )
    bus = PostgresBus(database, CATALOG, subscriptions(HEARD, sockets))
    database.wake = bus.wake
    scheduler = PostgresScheduler(database, dsn, OWED.get(ReminderDue.type, ()))
    return House(sockets.in_front_of(app), (bus.run, scheduler.run, sockets.run, partial(_purge, database)))


async def _at_a_pace(connection: HTTPConnection) -> Actor:
    """Return who opens a socket, by which rows are read, unless their session opens one after the other."""
    actor = await reader_of(connection)
    connection.app.state.socket_pace.check(actor.session)
    return actor


async def _for_ever(loop: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await loop()
        except Exception:
            log.exception("a loop died and starts again")
        await asyncio.sleep(RESTART_SECONDS)


async def _purge(database: Database) -> None:
    """Let go of what is too old, now and then; one kind that fails holds up no other."""
    while True:
        for purge in PURGES:
            try:
                await purge(database)
            except Exception:
                log.exception("%s failed and is tried again later", purge.__name__)
        await asyncio.sleep(PURGE_SECONDS)


def make_app(settings: Settings, database: Database) -> FastAPI:
    """Return the application over an open database."""
    app = FastAPI(title="Onthedot", version="0.1.0", docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.settings = settings
    app.state.database = database
    app.state.when_zone_changes = WHEN_ZONE_CHANGES
    app.state.sync_pace = Pace(SYNCS_PER_MINUTE)
    answer_refusals(app)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/healthz", _alive, include_in_schema=False)
    app.add_api_route("/readyz", _ready, include_in_schema=False)
    app.add_route("/socket.io/{rest:path}", _polled, methods=None)
    serve_pages(app)
    app.add_middleware(Gate, settings=settings)
    return app


async def _alive() -> Response:
    """Tell that the process answers."""
    return Json({"status": "ok"})


async def _polled(_: Request) -> Response:
    """Refuse a client that polls."""
    raise WebSocketOnly('Only WebSocket is spoken here: set transports: ["websocket"].')


async def _ready(request: Request) -> Response:
    """Tell whether the database answers."""
    try:
        async with request.app.state.database.door() as door:
            await door.execute("select 1")
    except Unavailable:
        return Json({"status": "unavailable", "degraded": ["database"]}, 503)
    return Json({"status": "ok", "degraded": []})
