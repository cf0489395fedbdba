"""Where a page of a list ended, as a cursor says it: not how many were before, for they may be fewer by now."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated, NamedTuple
from uuid import UUID

from pydantic import Field, TypeAdapter

from onthedot.errors import Invalid


class Place(NamedTuple):
    """The last item of a page: what its list is sorted by, its value there as text, and its id."""

    sort: str
    value: Annotated[str, Field(pattern=r"^[^\x00]*$")] | None
    id: UUID


PLACE = TypeAdapter(Place)


def cursor_of(place: Place) -> str:
    """Return the place as a cursor."""
    return urlsafe_b64encode(PLACE.dump_json(place)).decode().rstrip("=")


def place_of(cursor: str | None, *, sort: str) -> Place:
    """Return the place that the cursor names in a list so sorted.

    Raises:
        Invalid: it is none of ours, or of a list that is sorted otherwise.
    """
    try:
        place = PLACE.validate_json(urlsafe_b64decode(f"{cursor}=="))
    except ValueError:
        place = None
    if place is None or place.sort != sort:
        raise Invalid("This is no cursor of ours: leave it out to start.", field="cursor")
    return place
