"""What every route has in common: what is refused before a route sees it, and how a refusal looks."""

from __future__ import annotations

import logging
import uuid
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import orjson
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from onthedot.errors import Forbidden, Invalid, Refusal, TooLarge
from onthedot.problems import problem

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from onthedot.settings import Settings

log = logging.getLogger(__name__)

BODY_LIMIT_BYTES = 256 * 1024
LONGEST_LENGTH = 20
NO_JSON = "The body must be JSON."
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
PROBES = frozenset({"/healthz", "/readyz"})
"""Asked from nearby, too, by who need not know the public address."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " font-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
    " frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'"
)
SECURITY_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]


class Json(Response):
    """An answer in JSON; text and bytes are taken as JSON that is ready."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - whatever JSON can say
        """Return the content as JSON."""
        if isinstance(content, bytes):
            return content
        return content.encode() if isinstance(content, str) else orjson.dumps(content, default=str)


class _Page(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: Annotated[int, Field(ge=1, le=200)] = 50


class Paging(_Page):
    """Which page of a list; any other parameter is refused, so that a slip of the pen is no wider question."""

    cursor: str | None = None


class PagingById(_Page):
    """Which page of a list whose cursor is the id of the last item seen."""

    cursor: UUID | None = None


def answer_refusals(app: FastAPI) -> None:
    """Make problem answers of unknown routes and input that does not fit; the gate does so of all else."""

    async def routed(_: Request, error: Exception) -> Response:
        # FastAPI wraps what is raised while the body is read, such as our own refusal of a long one.
        if error.__cause__ is not None:
            return problem(error.__cause__ if isinstance(error.__cause__, Refusal) else Invalid(NO_JSON, field="body"))
        status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
        answer = problem(_named(status))
        answer.headers.update(getattr(error, "headers", None) or {})
        return answer

    async def unfit(_: Request, error: Exception) -> Response:
        first = error.errors()[0] if isinstance(error, RequestValidationError) else {"loc": (), "msg": "is wrong"}
        if first.get("type") == "json_invalid":
            return problem(Invalid(NO_JSON, field="body"))
        return problem(_invalid(tuple(first["loc"]), str(first["msg"])))

    app.add_exception_handler(HTTPException, routed)
    app.add_exception_handler(RequestValidationError, unfit)


def _named(status: HTTPStatus) -> Refusal:
    names = {HTTPStatus.NOT_FOUND: "not_found", HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed"}
    kind = type("Routed", (Refusal,), {"status": status, "name": names.get(status, "refused")})
    return kind(f"{status.phrase}: see /openapi.json for what there is.")


def _invalid(location: tuple[Any, ...], message: str) -> Refusal:
    field = ".".join(str(part) for part in location if part not in {"body", "query", "path", "header"}) or "body"
    return Invalid(f"{field}: {message.removeprefix('Value error, ')}", field=field)


def _failure(reference: str) -> Refusal:
    kind = type("Failure", (Refusal,), {"status": HTTPStatus.INTERNAL_SERVER_ERROR, "name": "failed"})
    return kind(f"This is a fault of ours. Its number in the log is {reference}.", reference=reference)


class Gate:
    """The first that sees a request: host, origin, content type and size; the last that sees an answer: its headers."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Guard the application by the settings."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _Guarded(send, private=scope["path"].startswith("/api"))
        try:
            self._check(scope, dict(scope["headers"]))
            await self._app(scope, _limited(receive), guarded)
        except Refusal as refusal:
            await guarded.refuse(refusal, scope, receive)
        except Exception as error:  # a bug: all that anybody is told is where to look
            reference = uuid.uuid4().hex[:12]
            route = getattr(scope.get("route"), "path", None)
            noted = {"reference": reference, "method": scope["method"], "route": route}
            log.exception("request failed", exc_info=error, extra=noted)
            await guarded.refuse(_failure(reference), scope, receive)

    def _check(self, scope: MutableMapping[str, Any], headers: dict[bytes, bytes]) -> None:
        host = headers.get(b"host", b"").decode("latin1")
        if host not in (self._settings.probed_hosts if scope["path"] in PROBES else self._settings.hosts):
            raise Forbidden(f"This host is not served here: set ONTHEDOT_PUBLIC_URL to reach it as {host[:100]!r}.")
        length = headers.get(b"content-length", b"0")
        if not length.isdigit():
            raise Invalid("Content-Length must be a number.", field="content-length")
        if len(length) > LONGEST_LENGTH or int(length) > BODY_LIMIT_BYTES:
            raise TooLarge(f"The body may have {BODY_LIMIT_BYTES} bytes.")
        if scope["method"] not in SAFE_METHODS:
            self._check_unsafe(headers)

    def _check_unsafe(self, headers: dict[bytes, bytes]) -> None:
        """Refuse what a foreign page could make a browser send (CSRF); a token is never sent by a browser alone."""
        if not headers.get(b"content-type", b"").lower().startswith(b"application/json"):
            raise Forbidden("Send Content-Type: application/json.", field="content-type")
        if headers.get(b"authorization", b"").startswith(b"Bearer "):
            return
        origin = headers.get(b"origin")
        if origin is not None and origin.decode("latin1") in self._settings.origins:
            return
        if origin is None and headers.get(b"sec-fetch-site") == b"same-origin":
            return
        raise Forbidden("This page may not write here: its origin is not ours.", field="origin")


def _limited(receive: Receive) -> Receive:
    """Return a receive that ends a body which is longer than it said."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY_LIMIT_BYTES:
            raise TooLarge(f"The body may have {BODY_LIMIT_BYTES} bytes.")
        return message

    return limited


class _Guarded:
    """A send that adds the headers which every answer has, and knows whether one has begun."""

    def __init__(self, send: Send, *, private: bool) -> None:
        self._send = send
        self._headers = [*SECURITY_HEADERS, *([(b"cache-control", b"no-store")] if private else [])]
        self._begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._begun = True
            message["headers"] = [*message["headers"], *self._headers]
        await self._send(message)

    async def refuse(self, refusal: Refusal, scope: Scope, receive: Receive) -> None:
        """Answer with the problem; what has begun is cut short instead."""
        if self._begun:
            raise refusal
        await problem(refusal)(scope, receive, self)
