"""What commands stand on: the database, open and in its present shape."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
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

KEEP_UP_SECONDS = 1.0


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
        await asyncio.to_thread(server.start)
    dsn = settings.database_url or (server.dsn() if server else "")
    try:
        await migrate(dsn)
        database = await Database.connect(dsn, owed=OWED)
    except (OSError, asyncpg.PostgresError) as error:
        raise CannotStart(f"the database of ONTHEDOT_DATABASE_URL does not serve: {error}") from error
    try:
        yield dsn, database, partial(_keep_up, server)
    finally:
        await database.close()
        if server is not None:
            await asyncio.to_thread(server.stop)


async def _keep_up(server: PostgresServer | None) -> None:
    """Start the server inside again when it died."""
    while server is not None:
        if not await asyncio.to_thread(server.is_alive):
            await asyncio.to_thread(server.start)
        await asyncio.sleep(KEEP_UP_SECONDS)
