"""Events: what happened, in a shape that is published, versioned and never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from onthedot.database import Transaction

Payload: TypeAlias = dict[str, Any]
"""The data of an event as JSON has it."""


class Event(BaseModel):
    """One thing that happened, whole as it then stood; ids are strings.

    A new optional field is a minor version, anything else a major one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: ClassVar[str]
    version: ClassVar[str]
    topic: ClassVar[str]
    ordered: ClassVar[bool] = True
    """Whether a consumer hears it in the order of its space."""

    def to_json(self) -> str:
        """Return the data as it is kept and published."""
        return orjson.dumps(self.model_dump(mode="json")).decode()


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event with its circumstances, as a consumer gets it; `cloudevents` says how it leaves.

    `data` is of the newest version that this program knows of its major one, and `text` the JSON that the log has of
    it, which fits but may say more; `entity` is the row that it is about.
    """

    id: UUID
    space: UUID
    type: str
    version: str
    sequence: int | None
    entity: UUID | None
    at: datetime
    data: Event
    text: str


class UnknownVersion(Exception):
    """An event that this program cannot read; the message is the reason in the dead letter."""


Handler: TypeAlias = "Callable[[Transaction, Envelope], Awaitable[None]]"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a consumer does when it hears an event; called again after a failure, so idempotent by the event's id.

    `writes` tells that the handlers change rows of the space, whose lock the worker then takes beforehand. Those that
    do not, touch no database at all: nothing of them has to be undone, and nothing is noted to keep twice from them.
    """

    consumer: str
    handlers: Mapping[type[Event], Handler]
    writes: bool = True

    @property
    def types(self) -> tuple[str, ...]:
        """Return the types of events that it hears."""
        return tuple(event.type for event in self.handlers)


class Catalog:
    """All events that this program can read, by type."""

    def __init__(self, *events: type[Event]) -> None:
        """Take the newest version of each."""
        self._events: Mapping[str, type[Event]] = {event.type: event for event in events}

    def __iter__(self) -> Iterator[type[Event]]:
        """Yield the classes by type."""
        return iter(self._events.values())

    def read(self, type: str, version: str, data: str) -> Event:  # noqa: A002 - it is the event's type
        """Return the event.

        Raises:
            UnknownVersion: its type or its major version is none of ours, or its data does not fit.
        """
        known = self._events.get(type)
        if known is None or known.version.split(".")[0] != version.split(".", maxsplit=1)[0]:
            raise UnknownVersion(f"{type} {version} is not known here")
        try:
            return known.model_validate(_without_newer(known, orjson.loads(data)))
        except (ValidationError, orjson.JSONDecodeError) as error:
            raise UnknownVersion(f"{type} {version} does not fit its schema: {_why(error)}") from error


def _why(error: ValidationError | orjson.JSONDecodeError) -> str:
    """Return what does not fit, without quoting it: it may be what a person wrote, and this is for the log."""
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['type']}" for each in error.errors())
    return "not JSON"


def _without_newer(known: type[Event], data: Payload) -> Payload:
    """Return the data without fields that a later minor version added."""
    names = {field.alias or name for name, field in known.model_fields.items()}
    return {name: value for name, value in data.items() if name in names}
