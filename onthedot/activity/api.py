"""REST for activity."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from onthedot.accounts.api import Reading
from onthedot.activity.queries import list_activity
from onthedot.web import Json

router = APIRouter(prefix="/api/activity", tags=["activity"])


class Wanted(BaseModel):
    """Which entries: those of one task, or all; the cursor is the id of the last one seen."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: UUID | None = None
    cursor: UUID | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


@router.get("")
async def get_activity(wanted: Annotated[Wanted, Query()], request: Request, actor: Reading) -> Response:
    """List who did what, the latest first."""
    async with request.app.state.database.transaction(actor) as tx:
        found = await list_activity(tx, task=wanted.task, before=wanted.cursor, limit=wanted.limit + 1)
    items = found[: wanted.limit]
    return Json({"items": items, "next": items[-1]["id"] if len(found) > wanted.limit else None})
