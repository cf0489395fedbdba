"""One PostgreSQL for the whole run, emptied after each test; people with names."""

import tempfile
from collections.abc import AsyncGenerator, Generator
from pathlib import Path

import asyncpg
import pytest

from onthedot.database import Actor, Database
from onthedot.migrate import migrate
from onthedot.ports.postgres import PostgresServer
from onthedot.roles import OWED
from tests.laptops import Laptop, serving
from tests.people import make_person

EMPTIED = "person, allowance, link, entity, client, mutation, event, delivery, handled, dead_letter, alarm"


@pytest.fixture(scope="session")
def dsn() -> Generator[str]:
    """Return the address of an empty, migrated database that loses nothing but at a power cut."""
    with tempfile.TemporaryDirectory() as home:
        server = PostgresServer(Path(home), durable=False)
        server.start()
        yield server.dsn()
        server.stop()


@pytest.fixture(scope="session")
async def migrated(dsn: str) -> str:
    """Return the address of the database once its tables are there."""
    await migrate(dsn)
    return dsn


@pytest.fixture
async def database(migrated: str) -> AsyncGenerator[Database]:
    """Return the open database; what the test leaves is emptied."""
    database = await Database.connect(migrated, owed=OWED)
    yield database
    await database.close()
    owner = await asyncpg.connect(migrated)
    await owner.execute(f"truncate {EMPTIED} cascade")
    await owner.close()


@pytest.fixture
async def ada(database: Database) -> Actor:
    """Return Ada, who is signed in."""
    return await make_person(database, "Ada")


@pytest.fixture
async def grace(database: Database) -> Actor:
    """Return Grace, who is signed in."""
    return await make_person(database, "Grace")


@pytest.fixture
async def origin(database: Database, migrated: str) -> AsyncGenerator[str]:
    """Return the address of the whole server, in all its roles."""
    async with serving(database, migrated) as origin:
        yield origin


@pytest.fixture
async def laptops(origin: str) -> AsyncGenerator[list[Laptop]]:
    """Return three laptops, of nobody yet."""
    laptops = [Laptop(origin) for _ in range(3)]
    yield laptops
    for laptop in laptops:
        await laptop.close()
