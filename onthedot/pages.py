"""The built web app: files, and the one page whose own router knows every path that is no file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, Response
from starlette.routing import Match
from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    from os import PathLike, stat_result

    from fastapi import FastAPI
    from starlette.types import Scope

FOR_EVER = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"


class Assets(StaticFiles):
    """Files whose names change with what is in them."""

    def file_response(  # noqa: PLR0917 - as Starlette calls it
        self, full_path: PathLike[str] | str, stat_result: stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Return the file, to be kept for ever."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = FOR_EVER
        return response


def serve_pages(app: FastAPI) -> None:
    """Serve the web app where it is built."""
    folder = web_folder()
    if folder is None:
        return
    app.mount("/assets", GZipMiddleware(Assets(directory=folder / "assets")))
    files = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}

    async def page(path: str) -> Response:
        # A new version must be seen at once, the service worker's above all.
        return FileResponse(files.get(path, folder / "index.html"), headers={"cache-control": ASK_EACH_TIME})

    app.router.add_api_route("/{path:path}", page, include_in_schema=False, route_class_override=_PageRoute)


class _PageRoute(APIRoute):
    """Every path that may be a page's; none of the API's, nor one that begins with a dot, as secrets do."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Tell whether it is such a path; by whatever method, what is none is not found."""
        parts = scope["path"].strip("/").split("/")
        if parts[0] in {"api", "socket.io"} or any(part.startswith(".") for part in parts):
            return Match.NONE, {}
        return super().matches(scope)


def web_folder() -> Path | None:
    """Return where the built web app lies: in the wheel, or beside the checkout; None if it is not built."""
    here = Path(__file__).resolve().parent
    for folder in (here / "static", here.parent / "web" / "dist"):
        if (folder / "index.html").is_file():
            return folder
    return None
