from __future__ import annotations

from collections.abc import AsyncGenerator

import asyncpg
import pytest

from onthedot.database import UNCERTAIN, UNCHANGED, Actor, Database
from onthedot.errors import Unavailable

FAULT = """
create function die() returns trigger language plpgsql security definer as
    $$ begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(10); return null; end $$;
create constraint trigger die after update on person deferrable initially {when} for each row execute function die();
"""
MENDED = "drop trigger die on person; drop function die()"


@pytest.fixture
async def owner(migrated: str) -> AsyncGenerator[asyncpg.Connection[asyncpg.Record]]:
    """Return a connection of who owns the tables; the fault that a test makes is mended."""
    connection = await asyncpg.connect(migrated)
    yield connection
    await connection.execute(MENDED)
    await connection.close()


@pytest.mark.parametrize(("when", "told"), [("immediate", UNCHANGED), ("deferred", UNCERTAIN)])
async def test_only_before_the_commit_it_is_said_that_nothing_was_changed(
    database: Database, ada: Actor, owner: asyncpg.Connection[asyncpg.Record], *, when: str, told: str
) -> None:
    await owner.execute(FAULT.format(when=when))
    with pytest.raises(Unavailable) as away:
        async with database.transaction(ada) as tx:
            await tx.execute("update person set name = 'Changed'")
    assert away.value.detail == told
