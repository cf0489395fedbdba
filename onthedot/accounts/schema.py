"""What people send to come in."""

import re
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from onthedot.database import utc_now
from onthedot.zones import ZONES

ADDRESS = re.compile(r"[^\s@\x00-\x1f<>,;\"]{1,64}@[^\s@\x00-\x1f<>,;\"]{1,190}")

LAST_YEAR = 9999


def _email(value: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise ValueError("must be an address like ada@example.org")
    return value.lower()


def _zone(value: str) -> str:
    if value not in ZONES:
        raise ValueError("must be an IANA time zone like Europe/Berlin")
    return value


def _name(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise ValueError("must have letters, and no control characters")
    return value.strip()


def _ahead(value: datetime) -> datetime:
    if not value.year < LAST_YEAR:
        raise ValueError(f"must be before the year {LAST_YEAR}")
    if value <= utc_now():
        raise ValueError("must be in the future")
    return value


# Only text that is held to a length is also held to be text: half a character of UTF-16 is none.
Email = Annotated[str, Field(max_length=254), AfterValidator(_email)]
Zone = Annotated[str, Field(max_length=100), AfterValidator(_zone)]
Name = Annotated[str, Field(max_length=100), AfterValidator(_name)]
Password = Annotated[str, Field(max_length=1000)]
Secret = Annotated[str, Field(max_length=200)]
Scope = Literal["read", "write", "admin"]


class _Input(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SignUp(_Input):
    """A new person; `link` is the token of the first visit's link."""

    email: Email
    name: Name
    password: Password
    zone: Zone
    link: Secret | None = None


class SignIn(_Input):
    """Somebody who has been here."""

    email: Email
    password: Password


class LinkLook(_Input):
    """Somebody who asks what a link is for, and does not use it yet."""

    token: Secret


class Link(_Input):
    """Somebody who comes back by a link, with a new password."""

    token: Secret
    password: Password


class AccountChange(_Input):
    """What a person changes of themselves."""

    name: Name | None = None
    zone: Zone | None = None


class PasswordChange(_Input):
    """A new password for the old one."""

    current: Password
    password: Password


class NewToken(_Input):
    """A token for a program, with what it may do."""

    name: Name
    scopes: Annotated[frozenset[Scope], Field(min_length=1)]
    expires_at: Annotated[AwareDatetime, AfterValidator(_ahead)] | None = None
