"""`POST /api/sync`: push, then pull, in one call."""

import orjson
from fastapi import APIRouter, Request
from starlette.responses import Response

from onthedot.accounts.api import Reading, reading, writing_allowed
from onthedot.changes.apply import lock_space
from onthedot.changes.pull import Page, pull
from onthedot.database import Actor, Database
from onthedot.shortcuts import read_body
from onthedot.sync.commands import check_space, push
from onthedot.sync.schema import Push
from onthedot.web import Json

router = APIRouter(tags=["sync"])


@router.post("/api/sync")
async def sync(sent: Push, request: Request, actor: Reading) -> Response:
    """Apply what the device did, in its order and once; answer with what it missed."""
    database: Database = request.app.state.database
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


async def _sync_directly(request: Request) -> Response:
    return await sync(await read_body(request, Push), request, await reading(request))


SHORTCUTS = {("POST", "/api/sync"): _sync_directly}


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
