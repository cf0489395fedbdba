"""Who waits for whom in the database."""

import asyncio

from onthedot.database import Database


async def until_waiting(database: Database, count: int = 1) -> None:
    """Return once so many transactions wait for another's lock."""
    async with asyncio.timeout(10), database.worker() as connection:
        while await connection.fetchval("select count(distinct pid) from pg_locks where not granted") < count:
            await asyncio.sleep(0.005)
