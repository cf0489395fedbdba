"""What lets people in, and out again. All of it runs as the door's role, each statement committed by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any, ClassVar
from uuid import UUID

import asyncpg

from onthedot.accounts.schema import SignUp
from onthedot.accounts.secrets import TOKEN_PREFIX, hash_of, hash_password, is_password, new_secret
from onthedot.database import Database
from onthedot.errors import Conflict, Forbidden, NotSignedIn, Refusal, SlowDown
from onthedot.ids import new_id

LINK_LIFE = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
TRIES_PER_ACCOUNT = 5
TRIES_PER_ADDRESS = 20
SPENT = "This link was used or is too old: ask for a new one by `onthedot user link EMAIL`."


class SignUpClosed(Forbidden):
    """Nobody new is let in."""

    name: ClassVar[str] = "sign_up_closed"


class WrongCredentials(NotSignedIn):
    """No such person, or another password: the two are not told apart."""

    name: ClassVar[str] = "wrong_credentials"


class LinkSpent(Refusal):
    """The link was used, is too old, or never was."""

    status: ClassVar[HTTPStatus] = HTTPStatus.GONE
    name: ClassVar[str] = "link_spent"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where somebody comes from: the name of the device, and its address."""

    device: str
    address: str


async def sign_up_state(database: Database, *, opened: bool) -> str:
    """Return `first` while there is no owner, then `open` or `closed`."""
    async with database.door() as door:
        if not await door.fetchval("select exists (select from person where owner)"):
            return "first"
    return "open" if opened else "closed"


async def sign_up(database: Database, wanted: SignUp, *, opened: bool) -> UUID:
    """Make a person with an empty space, and return their id; the first is the owner.

    Raises:
        SignUpClosed: the owner is there, and let nobody else in.
        LinkSpent: the first visit's link is not the right one.
        Conflict: the address is taken.
    """
    first = await sign_up_state(database, opened=opened) == "first"
    if not first and not opened:
        raise SignUpClosed("Sign-up is closed here: ask the owner for an account.")
    if first:
        await _check_first_link(database, wanted.link or "")
    person = await create_person(database, wanted, owner=first)
    if first:
        async with database.door() as door:
            await door.execute("delete from link where purpose = 'first_visit'")
    return person


async def create_person(database: Database, wanted: SignUp, *, owner: bool = False, confirmed: bool = False) -> UUID:
    """Make a person with an empty space.

    Raises:
        Conflict: the address is taken.
    """
    password = await hash_password(wanted.password)
    person = new_id()
    try:
        async with database.door() as door:
            await door.execute(
                CREATE, person, wanted.email, wanted.name, password, wanted.zone, owner, owner or confirmed, new_id()
            )
    except asyncpg.UniqueViolationError:
        raise Conflict("Somebody has this address already: sign in.", field="email") from None
    return person


async def sign_in(database: Database, email: str, password: str, *, visitor: Visitor) -> UUID:
    """Return whose address and password these are.

    Raises:
        WrongCredentials: nobody's.
        SlowDown: too many tries.
    """
    await allow(database, f"sign-in account {email}", TRIES_PER_ACCOUNT)
    await allow(database, f"sign-in address {visitor.address}", TRIES_PER_ADDRESS)
    async with database.door() as door:
        found = await door.fetchrow("select id, password from person where email = $1", email)
    if not await is_password(found["password"] if found else None, password) or found is None:
        raise WrongCredentials("No account has this address and this password.")
    return found["id"]


async def open_session(database: Database, person: UUID, *, visitor: Visitor, instead_of: str | None = None) -> str:
    """Return the secret of a new session; the one that the browser had before ends."""
    secret, hashed = new_secret()
    async with database.door() as door:
        await door.execute(
            "insert into session (id, person, hash, device, address) values ($1, $2, $3, $4, $5)",
            new_id(),
            person,
            hashed,
            visitor.device,
            visitor.address,
        )
        if instead_of is not None:
            await door.execute("delete from session where hash = $1", hash_of(instead_of))
    return secret


async def set_password(database: Database, person: UUID, password: str) -> None:
    """Set the password, and end all sessions and links of the person."""
    hashed = await hash_password(password)
    async with database.door() as door, door.transaction():
        await door.execute("update person set password = $2 where id = $1", person, hashed)
        await door.execute("delete from session where person = $1", person)
        await door.execute("delete from link where person = $1", person)


async def use_link(database: Database, token: str, password: str) -> UUID:
    """Set a new password by a one-use link, and return whose it is.

    Raises:
        LinkSpent: it was used, is too old, or never was.
        Invalid: the password is too short; the link still holds.
    """
    hashed = await hash_password(password)
    async with database.door() as door, door.transaction():
        person = await door.fetchval(
            "delete from link where hash = $1 and purpose = 'way_back' and expires_at > now() returning person",
            hash_of(token),
        )
        if person is None:
            raise LinkSpent(SPENT)
        await door.execute("update person set password = $2 where id = $1", person, hashed)
        await door.execute("delete from session where person = $1", person)
        await door.execute("delete from link where person = $1", person)
    return person


async def create_owner_link(database: Database) -> str | None:
    """Return the token of the first visit, or None if the owner is there; a new one replaces the one before."""
    if await sign_up_state(database, opened=False) != "first":
        return None
    token, hashed = new_secret()
    async with database.door() as door, door.transaction():
        await door.execute("delete from link where purpose = 'first_visit'")
        await door.execute(
            "insert into link (hash, purpose, expires_at) values ($1, 'first_visit', 'infinity')", hashed
        )
    return token


async def create_link(database: Database, email: str) -> str | None:
    """Return the token of a way back in for an hour, or None if nobody has the address."""
    token, hashed = new_secret()
    async with database.door() as door:
        made = await door.fetchval(
            "insert into link (hash, purpose, person, expires_at)"
            " select $1, 'way_back', id, now() + $3 from person where email = $2 returning 1",
            hashed,
            email.lower(),
            LINK_LIFE,
        )
    return token if made else None


async def create_token(
    database: Database, person: UUID, *, name: str, scopes: list[str], expires_at: object = None
) -> dict[str, Any]:
    """Return the new token with its secret, which is shown this once."""
    secret, hashed = new_secret(TOKEN_PREFIX)
    async with database.door() as door:
        made = await door.fetchrow(
            "insert into token (id, person, name, hash, scopes, expires_at) values ($1, $2, $3, $4, $5, $6)"
            " returning id, name, scopes, created_at, used_at, expires_at",
            new_id(),
            person,
            name,
            hashed,
            scopes,
            expires_at,
        )
    return {**dict(made or {}), "token": secret}


async def allow(database: Database, key: str, most: int) -> None:
    """Count a try.

    Raises:
        SlowDown: there were too many within the window.
    """
    async with database.door() as door:
        row = await door.fetchrow(COUNT, key, MINUTE)
    if row is not None and row["tries"] > most:
        raise SlowDown("Too many tries: wait a moment.", retry_after_seconds=max(1, int(row["wait"]) + 1))


async def _check_first_link(database: Database, token: str) -> None:
    async with database.door() as door:
        if not await door.fetchval("select true from link where hash = $1 and purpose = 'first_visit'", hash_of(token)):
            raise LinkSpent("Open the link that `onthedot up` printed: it makes you the owner.", field="link")


CREATE = """
with made as (
    insert into person (id, email, name, password, zone, owner, email_confirmed) values ($1, $2, $3, $4, $5, $6, $7)
    returning id
)
insert into space (id, owner) select $8, id from made
"""

COUNT = """
insert into allowance as a (key, tries) values ($1, 1)
on conflict (key) do update set
    tries = case when a.began_at < now() - $2::interval then 1 else a.tries + 1 end,
    began_at = case when a.began_at < now() - $2::interval then now() else a.began_at end
returning tries, extract(epoch from began_at + $2::interval - now()) as wait
"""
