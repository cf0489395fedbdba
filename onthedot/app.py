"""The web application: the gate, the routes of the rooms, and the built web app."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles

from onthedot.accounts.api import router as accounts_router
from onthedot.database import Database
from onthedot.errors import NotFound, Unavailable
from onthedot.settings import Settings
from onthedot.sync.api import router as sync_router
from onthedot.tasks.api import router as tasks_router
from onthedot.web import Gate, Json, answer_refusals

ROUTERS = (accounts_router, sync_router, tasks_router)


def make_app(settings: Settings, database: Database) -> FastAPI:
    """Return the application over an open database."""
    app = FastAPI(title="Onthedot", version="0.1.0", docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.state.database = database
    answer_refusals(app)
    for router in ROUTERS:
        app.include_router(router)
    app.add_api_route("/healthz", _alive, include_in_schema=False)
    app.add_api_route("/readyz", _ready, include_in_schema=False)
    _serve_web_app(app)
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
