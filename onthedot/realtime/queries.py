"""Where spaces stand."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from onthedot.database import Database


async def heads(database: Database, spaces: Iterable[UUID]) -> list[dict[str, Any]]:
    """Return for each space what a device compares its own copy with."""
    async with database.worker() as connection:
        found = await connection.fetch("select id, epoch, sequence from space where id = any($1::uuid[])", list(spaces))
    return [{"space": str(row["id"]), "epoch": str(row["epoch"]), "head": row["sequence"]} for row in found]
