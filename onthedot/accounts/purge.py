"""What the door lets go of with age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onthedot.accounts.queries import LIVE

if TYPE_CHECKING:
    from onthedot.database import Database


async def purge_door(database: Database) -> None:
    """Forget sessions and one-use links that open nothing any more, and counts of tries long past their window."""
    async with database.door() as door:
        await door.execute(f"delete from session where not ({LIVE})")  # noqa: S608 - built of constants
        await door.execute("delete from link where expires_at < now()")
        await door.execute("delete from allowance where began_at < now() - interval '1 day'")
