"""What commands stand on: the database, open and in its present shape."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import asyncpg

from onthedot.database import Database
from onthedot.errors import CannotStart
from onthedot.migrate import migrate
from onthedot.ports.postgres import PostgresServer
from onthedot.roles import OWED

if TYPE_CHECKING:
    from onthedot.settings import Settings

AddCommand: TypeAlias = Callable[..., argparse.ArgumentParser]
"""Hangs a command into the parser, by its name and its help."""
Loop: TypeAlias = Callable[[], Coroutine[Any, Any, None]]

KEEP_UP_SECONDS = 0.25

log = logging.getLogger(__name__)


class Failed(Exception):
    """The command did what it does, and the answer is no; the message is one line."""


class BadUsage(Exception):
    """What was asked for does not fit; the message is one line that says what to give instead."""


@contextlib.asynccontextmanager
async def open_database(settings: Settings) -> AsyncGenerator[Database]:
    """Open the database for one command."""
    async with opened(settings) as (_, database, _keep):
        yield database


@contextlib.asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[tuple[str, Database, Loop]]:
    """Open the database, the one inside unless another is set; its address and what keeps it up come with it.

    Raises:
        CannotStart: it cannot be had, or is not fit.
    """
    server = None if settings.database_url else PostgresServer(settings.data_dir / "postgres")
    if server is not None:
        await _start(server, settings)
    dsn = settings.database_url or (server.dsn() if server else "")
    try:
        database = await _connect(settings, dsn)
        try:
            yield dsn, database, partial(_keep_up, server)
        finally:
            await database.close()
    finally:
        if server is not None:
            await asyncio.to_thread(server.stop)


async def _start(server: PostgresServer, settings: Settings) -> None:
    try:
        await asyncio.to_thread(server.start)
    except OSError as error:
        raise CannotStart(
            f"ONTHEDOT_DATA_DIR={settings.data_dir} cannot be used ({error.strerror}): name another folder."
        ) from error


async def _connect(settings: Settings, dsn: str) -> Database:
    try:
        await migrate(dsn)
        return await Database.connect(dsn, owed=OWED)
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise CannotStart(why_away(settings, error)) from error


def why_away(settings: Settings, error: Exception) -> str:
    """Return in one line which database does not serve, and what to do."""
    said = next(iter(str(error).splitlines()), type(error).__name__)
    if settings.database_url:
        return f"the database of ONTHEDOT_DATABASE_URL does not serve ({said}): start it, or correct that setting."
    return f"the database in {settings.data_dir} does not serve ({said}): see postgres/postgres.log there."


async def _keep_up(server: PostgresServer | None) -> None:
    """Start the server inside again whenever it died, as long as it takes."""
    while server is not None:
        try:
            if not await asyncio.to_thread(server.is_alive):
                log.warning("PostgreSQL died and starts again")
                await asyncio.to_thread(server.start)
        except (CannotStart, OSError) as error:
            log.error("PostgreSQL is still away: %s", error)  # noqa: TRY400 - what it says is one line
        await asyncio.sleep(KEEP_UP_SECONDS)
