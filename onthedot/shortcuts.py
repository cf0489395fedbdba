"""The way past the framework for the few requests that come most: it costs as much as the rest of them.

A shortcut answers what fits exactly. Anything else, above all what is wrong, goes the ordinary way, whose route says in
`/openapi.json` what there is and in its answer what does not fit.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from pydantic import BaseModel
from starlette.requests import Request

from onthedot.errors import Refusal
from onthedot.problems import problem

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Shortcut: TypeAlias = "Callable[[Request], Awaitable[Response]]"
"""Answer the request, or refuse it, or send it the ordinary way before anything was done."""

Model = TypeVar("Model", bound=BaseModel)


class OrdinaryWay(Exception):
    """The request is not what the shortcut is for."""


async def read_body(request: Request, model: type[Model]) -> Model:
    """Return the body as the model has it.

    Raises:
        OrdinaryWay: it does not fit.
    """
    try:
        return model.model_validate(json.loads(await request.body()))
    except (ValueError, RecursionError):
        raise OrdinaryWay from None


def read_query(request: Request, model: type[Model]) -> Model:
    """Return what stands after the question mark as the model has it.

    Raises:
        OrdinaryWay: it does not fit.
    """
    given = dict(request.query_params) if request.scope["query_string"] else {}
    try:
        return model.model_validate(given)
    except ValueError:
        raise OrdinaryWay from None


class Shortcuts:
    """Answers by the table of method and path, and passes on what is not in it."""

    def __init__(self, app: ASGIApp, table: Mapping[tuple[str, str], Shortcut]) -> None:
        """Stand before the application."""
        self._app = app
        self._table = table

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        shortcut = self._table.get((scope["method"], scope["path"])) if scope["type"] == "http" else None
        if shortcut is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            answer = await shortcut(request)
        except Refusal as refusal:
            answer = problem(refusal)
        except OrdinaryWay:
            await self._app(scope, _again(await request.body(), receive), send)
            return
        await answer(scope, receive, send)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a receive that begins with the body, which was read already."""
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again
