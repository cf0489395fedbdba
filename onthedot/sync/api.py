"""`POST /api/sync`: push, then pull, in one call."""

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from onthedot.accounts.api import Reading, writing_allowed
from onthedot.changes.apply import lock_space
from onthedot.changes.pull import Page, pull
from onthedot.database import Actor, Database
from onthedot.sync.commands import check_space, push
from onthedot.sync.schema import Push
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
            check_space(sent, await lock_space(tx))
        page = await pull(tx, str(sent.client), cursor=sent.cursor, limit=sent.limit)
        now = int(tx.now.timestamp() * 1000)
    return Json(_answer(actor, results, page, now=now))


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
