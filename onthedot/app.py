"""All of Onthedot in one process: the web application, the sockets, and the loops that serve what is owed."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from onthedot.accounts.api import actor_of
from onthedot.accounts.api import router as accounts_router
from onthedot.accounts.queries import alive_sessions
from onthedot.activity.api import router as activity_router
from onthedot.database import Database
from onthedot.errors import NotFound, Unavailable
from onthedot.notifications.api import router as notices_router
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.ports.scheduler import ReminderDue
from onthedot.ports.scheduler_postgres import PostgresScheduler
from onthedot.ports.sockets_memory import MemorySockets, Questions
from onthedot.realtime.queries import heads
from onthedot.reminders.plan import plan_all
from onthedot.roles import CATALOG, OWED, subscriptions
from onthedot.settings import Settings
from onthedot.shortcuts import Shortcuts
from onthedot.sync import api as sync_api
from onthedot.tasks import api as tasks_api
from onthedot.web import Gate, Json, answer_refusals

ROUTERS = (accounts_router, sync_api.router, tasks_api.router, notices_router, activity_router)
SHORTCUTS = sync_api.SHORTCUTS | tasks_api.SHORTCUTS


log = logging.getLogger(__name__)

RESTART_SECONDS = 1.0


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
    sockets = MemorySockets(
        Questions(
            authenticate=actor_of,
            alive=lambda ids: alive_sessions(database, ids),
            heads=lambda spaces: heads(database, spaces),
            origins=settings.origins,
        )
    )
    bus = PostgresBus(database, CATALOG, subscriptions(sockets))
    database.wake = bus.wake
    scheduler = PostgresScheduler(database, dsn, OWED[ReminderDue.type])
    return House(sockets.in_front_of(app), (bus.run, scheduler.run, sockets.run))


async def _for_ever(loop: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await loop()
        except Exception:
            log.exception("a loop died and starts again")
        await asyncio.sleep(RESTART_SECONDS)


def make_app(settings: Settings, database: Database) -> FastAPI:
    """Return the application over an open database."""
    app = FastAPI(title="Onthedot", version="0.1.0", docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.database = database
    app.state.when_zone_changes = plan_all
    answer_refusals(app)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/healthz", _alive, include_in_schema=False)
    app.add_api_route("/readyz", _ready, include_in_schema=False)
    _serve_web_app(app)
    app.add_middleware(Shortcuts, table=SHORTCUTS)
    app.add_middleware(Gate, settings=settings)
    return app


async def _alive() -> Response:
    """Tell that the process answers."""
    return Json({"status": "ok"})


async def _ready(request: Request) -> Response:
    """Tell whether the database answers."""
    try:
        async with request.app.state.database.door() as door:
            await door.execute("select 1")
    except Unavailable:
        return Json({"status": "unavailable", "degraded": ["database"]}, 503)
    return Json({"status": "ok", "degraded": []})


def _serve_web_app(app: FastAPI) -> None:
    """Serve the built web app, whose own router knows every path that is no file."""
    folder = web_folder()
    if folder is None:
        return
    app.mount("/assets", StaticFiles(directory=folder / "assets"))

    async def page(path: str) -> Response:
        file = (folder / path).resolve()
        if path.startswith(("api/", "socket.io/")):
            raise NotFound("There is nothing here: see /openapi.json for what there is.")
        return FileResponse(file if file.is_file() and file.is_relative_to(folder) else folder / "index.html")

    app.add_api_route("/{path:path}", page, include_in_schema=False)


def web_folder() -> Path | None:
    """Return where the built web app lies: in the wheel, or beside the checkout; None if it is not built."""
    here = Path(__file__).resolve().parent
    for folder in (here / "static", here.parent / "web" / "dist"):
        if (folder / "index.html").is_file():
            return folder
    return None
