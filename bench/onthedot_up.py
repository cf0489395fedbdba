"""What is measured: `onthedot up` as people run it, fsync on, in a folder that is thrown away."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from onthedot.accounts.commands import Visitor, create_person, open_session
from onthedot.accounts.schema import SignUp
from onthedot.database import Database
from onthedot.migrate import migrate
from onthedot.ports.postgres import PostgresServer
from onthedot.roles import OWED

PASSWORD = "correct horse battery"  # noqa: S105 - of people who are made up
COMMIT_TIMES = {"track_commit_timestamp": "on"}
"""So that it can be asked when something was committed."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers, and the PostgreSQL that it shares with its peers; each has a database of its own."""

    origin: str
    postgres: PostgresServer

    @property
    def host(self) -> str:
        """Return the folder of PostgreSQL's socket."""
        return str(self.postgres.socket_folder)


@contextlib.contextmanager
def onthedot_up() -> Generator[Running]:
    """Start it; end it and PostgreSQL, and forget the data."""
    with tempfile.TemporaryDirectory() as folder:
        postgres = PostgresServer(Path(folder) / "postgres", settings=COMMIT_TIMES)
        postgres.start()
        environment = os.environ | {"ONTHEDOT_DATA_DIR": folder, "ONTHEDOT_PORT": "0"}
        command = [sys.executable, "-m", "onthedot.cli", "up"]
        server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        try:
            yield Running(_origin_of(server), postgres)
        finally:
            server.send_signal(signal.SIGKILL)
            server.wait()
            postgres.stop()


def _origin_of(server: subprocess.Popen[str]) -> str:
    assert server.stdout is not None  # noqa: S101 - it is a pipe
    for line in server.stdout:
        if line.startswith("Onthedot is at "):
            return line.split()[-1]
    raise SystemExit("the server ended before it was up")


def people(running: Running, count: int, database: str = "onthedot") -> list[str]:
    """Make so many people in the database, and return the secrets of their sessions."""
    return asyncio.run(_people(running.postgres.dsn(database), count))


async def _people(dsn: str, count: int) -> list[str]:
    database = await Database.connect(dsn, owed=OWED)
    try:
        return [await _person(database, place) for place in range(count)]
    finally:
        await database.close()


async def _person(database: Database, place: int) -> str:
    wanted = SignUp(email=f"person{place}@example.org", name="Ada", password=PASSWORD, zone="Europe/Berlin")
    person = await create_person(database, wanted, confirmed=True)
    return await open_session(database, person, Visitor("bench", "127.0.0.1"))


def new_database(running: Running, name: str, *, migrated: bool = False) -> str:
    """Make a database for a peer, and return its address; `migrated` has our tables."""
    asyncio.run(_new_database(running.postgres.dsn(), name))
    if migrated:
        asyncio.run(migrate(running.postgres.dsn(name)))
    return running.postgres.dsn(name)


async def _new_database(dsn: str, name: str) -> None:
    connection = await asyncpg.connect(dsn)
    await connection.execute(f"create database {name}")
    await connection.close()
