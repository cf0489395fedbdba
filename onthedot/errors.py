"""Refusals: what a person may be told no for, each with a name that clients switch on."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar


class Refusal(Exception):
    """A request that is understood and not carried out.

    Attributes:
        status: the HTTP status that says so.
        name: what clients switch on.
        detail: one sentence for a person, which names the fix where there is one.
        field: the input that is meant, if one is.
        extra: further members of the problem answer (RFC 9457 §3.2).
    """

    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST
    name: ClassVar[str] = "refused"

    def __init__(self, detail: str, *, field: str | None = None, **extra: object) -> None:
        """Say why, in a sentence."""
        super().__init__(detail)
        self.detail = detail
        self.field = field
        self.extra: Mapping[str, object] = extra


class NotSignedIn(Refusal):
    """Nobody is signed in, or no longer."""

    status = HTTPStatus.UNAUTHORIZED
    name = "not_signed_in"


class Forbidden(Refusal):
    """The caller is known and may not."""

    status = HTTPStatus.FORBIDDEN
    name = "forbidden"


class NotFound(Refusal):
    """There is no such thing, or it is not the caller's: the two are not told apart."""

    status = HTTPStatus.NOT_FOUND
    name = "not_found"


class Conflict(Refusal):
    """The present state does not allow it."""

    status = HTTPStatus.CONFLICT
    name = "conflict"


class PreconditionFailed(Refusal):
    """It has changed since the version that If-Match names."""

    status = HTTPStatus.PRECONDITION_FAILED
    name = "changed_since"


class TooLarge(Refusal):
    """The body is larger than is read."""

    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    name = "too_large"


class Invalid(Refusal):
    """The input breaks a rule; `field` says which input."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    name = "invalid"


class SlowDown(Refusal):
    """Too many tries; `retry_after_seconds` says when the next one is heard."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    name = "slow_down"

    def __init__(self, detail: str, *, retry_after_seconds: int) -> None:
        """Say why, and for how long."""
        super().__init__(detail)
        self.retry_after_seconds = retry_after_seconds


class Unavailable(Refusal):
    """Something that the server needs is away; `detail` says whether anything was done. Try again."""

    status = HTTPStatus.SERVICE_UNAVAILABLE
    name = "unavailable"
    retry_after_seconds = 2


class CannotStart(Exception):
    """Onthedot cannot start here; the message is one line that says what to do."""
