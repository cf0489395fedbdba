"""REST for notices."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from onthedot.accounts.api import Reading, Writing
from onthedot.changes.apply import apply_one
from onthedot.notifications.queries import list_notices
from onthedot.tasks.queries import as_json, document, find_row
from onthedot.web import Json, PagingById

router = APIRouter(prefix="/api/notices", tags=["notices"])


@router.get("")
async def get_notices(wanted: Annotated[PagingById, Query()], request: Request, actor: Reading) -> Response:
    """List notices, the latest first."""
    async with request.app.state.database.transaction(actor) as tx:
        return Json(as_json(await list_notices(tx, before=wanted.cursor, limit=wanted.limit)))


@router.post("/{id}/read")
async def post_read(id: UUID, request: Request, actor: Writing) -> Response:
    """Mark a notice as read; harmless twice."""
    async with request.app.state.database.transaction(actor) as tx:
        row = await find_row(tx, "notice", id)
        if "read_at" not in row.values:
            await apply_one(tx, "update", kind="notice", entity=id, set={"read_at": tx.now.isoformat()})
            row = await find_row(tx, "notice", id)
    return Json(document(row))
