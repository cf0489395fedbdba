"""Brings a database to the present shape: numbered SQL files, each once, under one lock."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

import asyncpg

from onthedot.errors import CannotStart
from onthedot.rights import make_roles, rights_faults

LOCK = 0x6F_74_64
OLDEST_POSTGRES = 160000
CONNECT_SECONDS = 10


class Migration(NamedTuple):
    """One file: its number, its name and its statements."""

    number: int
    name: str
    sql: str


def migrations() -> Iterator[Migration]:
    """Yield all migrations in their order."""
    folder = files("onthedot") / "migrations"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".sql"):
            number, _, name = file.name.removesuffix(".sql").partition("_")
            yield Migration(int(number), name, file.read_text(encoding="utf8"))


async def migrate(dsn: str) -> list[Migration]:
    """Apply what is missing, and return it; two that migrate at once wait for each other.

    Raises:
        CannotStart: the server is too old, the roles cannot be made or see too much, or the database is newer than
            this Onthedot.
    """
    connection = await asyncpg.connect(dsn, timeout=CONNECT_SECONDS)
    try:
        if connection.get_server_version().major * 10000 < OLDEST_POSTGRES:
            raise CannotStart("PostgreSQL 16 or later is needed: upgrade the server of ONTHEDOT_DATABASE_URL.")
        await connection.execute("select pg_advisory_lock($1)", LOCK)
        await make_roles(connection)
        applied = await _apply_missing(connection)
        for fault in await rights_faults(connection):
            raise CannotStart(fault)
        return applied
    finally:
        await connection.close()


async def missing_migrations(connection: asyncpg.Connection) -> list[Migration]:
    """Return what the database lacks.

    Raises:
        CannotStart: it is newer than this Onthedot.
    """
    if await connection.fetchval("select to_regclass('migration')") is None:
        return list(migrations())
    applied = {row["number"] for row in await connection.fetch("select number from migration")}
    known = list(migrations())
    if applied and max(applied) > known[-1].number:
        raise CannotStart("The database was made by a newer Onthedot: start that one, or restore a backup.")
    return [migration for migration in known if migration.number not in applied]


async def _apply_missing(connection: asyncpg.Connection) -> list[Migration]:
    await connection.execute(
        "create table if not exists migration (number integer primary key, name text not null,"
        " applied_at timestamptz not null default now())"
    )
    missing = await missing_migrations(connection)
    for migration in missing:
        async with connection.transaction():
            await connection.execute(migration.sql)
            await connection.execute(
                "insert into migration (number, name) values ($1, $2)", migration.number, migration.name
            )
    return missing
