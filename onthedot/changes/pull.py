"""What a device has missed: the rows after its cursor, and where it then stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from onthedot.errors import Refusal

if TYPE_CHECKING:
    from uuid import UUID

    from onthedot.database import Transaction

MOST_ROWS = 1000
CURSOR = re.compile(r"([0-9]{1,18})\.([0-9a-f]{8})")


class Resync(Refusal):
    """The cursor is not of this space's history: push what waits, then pull from the start."""

    status: ClassVar[HTTPStatus] = HTTPStatus.GONE
    name: ClassVar[str] = "resync"


@dataclass(frozen=True, slots=True)
class Page:
    """Rows as JSON in the order of their sequence; `acknowledged` is set on the last page alone."""

    rows: list[str]
    cursor: str | None
    head: int
    epoch: UUID
    more: bool
    acknowledged: int | None


async def pull(tx: Transaction, client: str, *, cursor: str | None, limit: int = MOST_ROWS) -> Page:
    """Return the next page after the cursor, None for the start.

    Raises:
        Resync: the cursor was never given out here, or before a backup was restored.
    """
    after, mark = _parse(cursor)
    # The state first: what it says is acknowledged is then certainly among the rows.
    state = await tx.fetch_row(STATE, tx.actor.space, client, after, mark)
    if state is None or (after and not state["known"]):
        raise Resync(
            "This device stands where the server never was. It starts afresh, and loses nothing.", field="cursor"
        )
    found = await tx.fetch(ROWS, tx.actor.space, after, limit + 1)
    page, more = found[:limit], len(found) > limit
    last = f"{page[-1]['sequence']}.{page[-1]['mark']}" if page else cursor
    acknowledged = None if more else state["last_n"] or 0
    return Page([row["body"] for row in page], last, state["sequence"], state["epoch"], more, acknowledged)


def _parse(cursor: str | None) -> tuple[int, str]:
    if cursor is None:
        return 0, ""
    match = CURSOR.fullmatch(cursor)
    if match is None:
        raise Resync("This is no cursor of ours: pull from the start.", field="cursor")
    return int(match[1]), match[2]


STATE = """
select space.sequence, space.epoch,
    (select last_n from client where client.space = space.id and client.id = $2) as last_n,
    exists (select from event where event.space = $1 and event.sequence = $3 and right(event.id::text, 8) = $4) as known
from space where id = $1
"""

ROWS = """
select sequence, mark, body from entity where space = $1 and sequence > $2 order by sequence limit $3
"""
