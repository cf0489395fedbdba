"""A PostgreSQL of the administrator's, beside which Onthedot has none of its own."""

from collections.abc import AsyncGenerator, Generator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from onthedot.database import ROLES
from onthedot.ports.postgres import PostgresServer


@dataclass(frozen=True, slots=True)
class Administrator:
    """Who may do everything there; `url` is what they give us: a login that may not, with a database of its own."""

    dsn: str
    url: str

    async def execute(self, sql: str, *, database: str = "tasks") -> None:
        """Run the statements as a superuser."""
        connection = await asyncpg.connect(self.dsn, database=database)
        try:
            await connection.execute(sql)
        finally:
            await connection.close()


@pytest.fixture(scope="session")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Generator[PostgresServer]:
    """Return a server that is not ours."""
    server = PostgresServer(Path(tmp_path_factory.mktemp("outside")), durable=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def administrator(outside: PostgresServer) -> AsyncGenerator[Administrator]:
    """Return who gave us the empty database `tasks`, and a login that may make roles and is no superuser."""
    administrator = Administrator(outside.dsn(), outside.dsn("tasks").replace("//onthedot@", "//keeper@"))
    await administrator.execute("create role keeper login createrole", database="onthedot")
    await administrator.execute("create database tasks owner keeper", database="onthedot")
    yield administrator
    await administrator.execute("drop database tasks with (force)", database="onthedot")
    await administrator.execute(f"drop role if exists {', '.join(ROLES)}, holder, keeper", database="onthedot")
