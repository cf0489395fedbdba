"""Who is calling, and what people see of their own account."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from onthedot.accounts.commands import SPENT, LinkSpent
from onthedot.accounts.secrets import TOKEN_PREFIX, hash_of
from onthedot.database import Actor, Database
from onthedot.errors import NotSignedIn
from onthedot.ids import PersonId, SpaceId


async def find_actor(database: Database, secret: str) -> Actor:
    """Return who holds the secret of a session or token, looked up now.

    Raises:
        NotSignedIn: it opens nothing, or no longer.
    """
    is_token = secret.startswith(TOKEN_PREFIX)
    async with database.door() as door:
        row = await door.fetchrow(BY_TOKEN if is_token else BY_SESSION, hash_of(secret))
    if row is None:
        raise NotSignedIn("Sign in: nobody is, or no longer.")
    person, space = PersonId(row["person"]), SpaceId(row["space"])
    if is_token:
        return Actor(person, space, "token", row["name"], scopes=frozenset(row["scopes"]), session=row["id"])
    return Actor(person, space, "person", row["name"], session=row["id"])


async def account_of(database: Database, person: UUID) -> dict[str, Any]:
    """Return what a person sees of themselves."""
    async with database.door() as door:
        row = await door.fetchrow(ACCOUNT, person)
    return dict(row or {})


async def find_link(database: Database, token: str) -> dict[str, Any]:
    """Return a one-use link's `purpose`, and the `name` and `email` of whom it lets in, null on the first visit.

    Raises:
        LinkSpent: it was used, is too old, or never was.
    """
    async with database.door() as door:
        row = await door.fetchrow(LINK, hash_of(token))
    if row is None:
        raise LinkSpent(SPENT)
    return dict(row)


async def sessions_of(database: Database, person: UUID) -> list[dict[str, Any]]:
    """Return the sessions that are open, the latest used first."""
    async with database.door() as door:
        return [dict(row) for row in await door.fetch(SESSIONS, person)]


async def tokens_of(database: Database, person: UUID) -> list[dict[str, Any]]:
    """Return the tokens without their secrets, the newest first."""
    async with database.door() as door:
        return [dict(row) for row in await door.fetch(TOKENS, person)]


async def alive_sessions(database: Database, ids: Iterable[UUID]) -> set[UUID]:
    """Return which of the sessions and tokens still open a door."""
    async with database.door() as door:
        found = await door.fetch(ALIVE, list(ids))
    return {row["id"] for row in found}


def secret_in(cookies: Mapping[str, str], authorization: str | None, *, cookie: str) -> str:
    """Return what the caller shows; a token goes before a cookie.

    Raises:
        NotSignedIn: nothing.
    """
    if authorization is not None:
        return authorization.removeprefix("Bearer ").strip()
    if cookie not in cookies:
        raise NotSignedIn("Sign in first.")
    return cookies[cookie]


LIVE = "used_at > now() - interval '30 days' and created_at > now() - interval '180 days'"

# Noted once a minute, so that reading does not write each time.
BY_SESSION = f"""
with found as (
    select session.id, session.person, session.used_at from session where hash = $1 and {LIVE}
), used as (
    update session set used_at = now() from found
    where session.id = found.id and found.used_at < now() - interval '1 minute'
)
select found.id, found.person, person.name, space.id as space
from found join person on person.id = found.person join space on space.owner = person.id
"""  # noqa: S608 - built of constants

ALIVE = f"""
select id from session where id = any($1::uuid[]) and {LIVE}
union all
select id from token where id = any($1::uuid[]) and coalesce(expires_at > now(), true)
"""  # noqa: S608 - built of constants

BY_TOKEN = """
with found as (
    select id, person, name, scopes, used_at from token where hash = $1 and coalesce(expires_at > now(), true)
), used as (
    update token set used_at = now() from found
    where token.id = found.id and coalesce(found.used_at < now() - interval '1 minute', true)
)
select found.id, found.person, found.name, found.scopes, space.id as space
from found join space on space.owner = found.person
"""  # noqa: S105 - a query

ACCOUNT = """
select person.id, email, name, zone, person.owner, space.id as space, created_at
from person join space on space.owner = person.id where person.id = $1
"""

LINK = """
select purpose, name, email from link left join person on person.id = link.person
where link.hash = $1 and expires_at > now()
"""

SESSIONS = f"""
select id, device, address, created_at, used_at from session where person = $1 and {LIVE} order by used_at desc
"""  # noqa: S608 - built of constants

TOKENS = """
select id, name, scopes, created_at, used_at, expires_at from token where person = $1 order by created_at desc
"""
