"""REST for activity."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from onthedot.accounts.api import Reading
from onthedot.activity.queries import list_activity
from onthedot.web import Json

router = APIRouter(prefix="/api/activity", tags=["activity"])


@router.get("")
async def get_activity(
    request: Request,
    actor: Reading,
    task: UUID | None = None,
    cursor: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """List who did what, the latest first."""
    async with request.app.state.database.transaction(actor) as tx:
        found = await list_activity(tx, task=task, before=cursor, limit=limit + 1)
    items = found[:limit]
    return Json({"items": items, "next": items[-1]["id"] if len(found) > limit else None})
