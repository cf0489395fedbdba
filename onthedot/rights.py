"""The roles that transactions run as, and whether the policies behind each query hold for them.

Row-level security does not bind a superuser, a role with BYPASSRLS, or whoever owns the table or may act as its owner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg

from onthedot.database import ROLES
from onthedot.errors import CannotStart

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]


async def make_roles(connection: Connection) -> None:
    """Make the roles and let the login become them; they belong to the whole server, so they may be there already.

    Raises:
        CannotStart: the login may not; the message holds the SQL for whoever may.
    """
    sql = await missing_roles(connection)
    if not sql:
        return
    try:
        await connection.execute(sql)
    except asyncpg.InsufficientPrivilegeError:
        raise CannotStart(f"roles are missing: let the administrator of the database run: {sql}") from None


async def missing_roles(connection: Connection) -> str:
    """Return the SQL that makes the roles as they must be, empty if they are."""
    login = await connection.fetchval("select quote_ident(current_user)")
    present = {row["rolname"]: row["ours"] for row in await connection.fetch(PRESENT, ROLES)}
    made = [f"create role {role} nologin;" for role in ROLES if role not in present]
    granted = [f"grant {role} to {login};" for role in ROLES if not present.get(role, False)]
    return " ".join(made + granted)


async def rights_faults(connection: Connection) -> list[str]:
    """Return what lets somebody see through the policies, each with the SQL that mends it; none if they hold."""
    powerful = await connection.fetch(POWERFUL, ROLES)
    owners = await connection.fetch(OWNERS, ROLES)
    bare = await connection.fetch(BARE, ROLES)
    return [
        *(
            f"{row['role']} sees through the policies: run `alter role {row['role']} nosuperuser nobypassrls`"
            for row in powerful
        ),
        *(
            f"{row['role']} may act as {row['owner']}, who owns tables, and sees through their policies:"
            f" run `{_disown(row)}`"
            for row in owners
        ),
        *(f"{row['name']} has no policies: run `alter table {row['name']} enable row level security`" for row in bare),
    ]


def _disown(row: asyncpg.Record) -> str:
    if row["owner"] == row["role"]:
        return f"reassign owned by {row['role']} to {row['login']}"
    return f"revoke {row['owner']} from {row['role']}"


PRESENT = "select rolname, pg_has_role(oid, 'SET') as ours from pg_roles where rolname = any($1::text[])"

POWERFUL = """
select rolname as role from pg_roles where rolname = any($1::text[]) and (rolsuper or rolbypassrls) order by 1
"""

OWNERS = """
select distinct rolname as role, quote_ident(pg_get_userbyid(relowner)) as owner, quote_ident(current_user) as login
from pg_class join pg_roles on pg_has_role(pg_roles.oid, relowner, 'MEMBER')
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and rolname = any($1::text[]) and not rolsuper
order by 1, 2
"""

# Tables that are not ours may share the schema: only those that a role of ours reaches count.
BARE = """
select distinct quote_ident(relname) as name
from pg_class join pg_roles on has_table_privilege(pg_roles.oid, pg_class.oid, 'select, insert, update, delete')
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
    and rolname = any($1::text[]) and not rolsuper
order by 1
"""
