"""`POST /api/sync`: push, then pull, in one call; and what a person decides about the conflicts."""

from typing import Annotated
from uuid import UUID

import orjson
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from onthedot.accounts.api import Reading, Writing, writing_allowed
from onthedot.changes.apply import find_space
from onthedot.changes.pull import Page, pull
from onthedot.database import Actor, Database
from onthedot.sync.commands import check_space, push
from onthedot.sync.conflicts import dismiss, open_conflicts, restore_loser
from onthedot.sync.schema import Push
from onthedot.tasks.queries import as_json, document
from onthedot.web import Json

router = APIRouter(tags=["sync"])

SYNCS_PER_MINUTE = 600
"""For one device; what a person types never comes near it."""


@router.post("/api/sync")
async def sync(sent: Push, request: Request, actor: Reading) -> Response:
    """Apply what the device did, in its order and once; answer with what it missed."""
    database: Database = request.app.state.database
    request.app.state.sync_pace.check((actor.person, sent.client))
    results: list[dict[str, object]] = []
    if sent.mutations:
        writing_allowed(actor)
        async with database.transaction(actor) as tx:
            results = await push(tx, sent)
    async with database.transaction(actor) as tx:
        if not sent.mutations:
            check_space(sent, await find_space(tx))
        page = await pull(tx, str(sent.client), cursor=sent.cursor, limit=sent.limit)
        now = int(tx.now.timestamp() * 1000)
    return Json(_answer(actor, results, page, now=now))


@router.get("/api/conflicts")
async def get_conflicts(
    request: Request,
    actor: Reading,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[int, Query(ge=1, le=2**62)] | None = None,
) -> Response:
    """List the edits that lost and are undecided, the latest first."""
    async with request.app.state.database.transaction(actor) as tx:
        return Json(as_json(await open_conflicts(tx, before=cursor, limit=limit)))


@router.post("/api/conflicts/{id}/restore")
async def post_restore(id: UUID, request: Request, actor: Writing) -> Response:
    """Put the value that lost back; harmless twice."""
    async with request.app.state.database.transaction(actor) as tx:
        return Json(document(await restore_loser(tx, id)))


@router.post("/api/conflicts/{id}/dismiss")
async def post_dismiss(id: UUID, request: Request, actor: Writing) -> Response:
    """Let the value that won stand; harmless twice."""
    async with request.app.state.database.transaction(actor) as tx:
        return Json(document(await dismiss(tx, id)))


def _answer(actor: Actor, results: list[dict[str, object]], page: Page, *, now: int) -> dict[str, object]:
    return {
        "space": str(actor.space),
        "epoch": str(page.epoch),
        "server_now": now,
        "results": results,
        "rows": [orjson.Fragment(row) for row in page.rows],
        "cursor": page.cursor,
        "head": page.head,
        "more": page.more,
        "acknowledged": page.acknowledged,
    }
