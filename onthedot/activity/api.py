"""REST for activity."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from onthedot.accounts.api import Reading
from onthedot.activity.queries import list_activity
from onthedot.web import Json, PagingById

router = APIRouter(prefix="/api/activity", tags=["activity"])


class Wanted(PagingById):
    """Which entries: those of one task, or all."""

    task: UUID | None = None


@router.get("")
async def get_activity(wanted: Annotated[Wanted, Query()], request: Request, actor: Reading) -> Response:
    """List who did what, the latest first."""
    async with request.app.state.database.transaction(actor) as tx:
        found = await list_activity(tx, task=wanted.task, before=wanted.cursor, limit=wanted.limit + 1)
    items = found[: wanted.limit]
    return Json({"items": items, "next": items[-1]["id"] if len(found) > wanted.limit else None})
