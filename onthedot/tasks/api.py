"""REST for tasks, projects and tags: parse, call one thing, show."""

import re
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from onthedot.accounts.api import Reading, Writing
from onthedot.changes.rows import Row
from onthedot.database import Database, Transaction
from onthedot.errors import Invalid
from onthedot.tasks.commands import act_on_row, change_row, create_row
from onthedot.tasks.queries import (
    Filter,
    as_json,
    document,
    find_row,
    list_rows,
    list_tasks,
    tag_names,
    task_document,
)
from onthedot.tasks.schema import NamedChange, NamedInput, TaskChange, TaskInput
from onthedot.web import Json, Paging

router = APIRouter(prefix="/api", tags=["tasks"])

Key = Annotated[str | None, Header(alias="idempotency-key", max_length=200)]
VERSION = re.compile(r'"?([0-9]{1,9})"?')


def _version(if_match: Annotated[str | None, Header(alias="if-match")] = None) -> int | None:
    if if_match is None:
        return None
    match = VERSION.fullmatch(if_match)
    if match is None:
        raise Invalid('If-Match must be a version like "3".', field="if-match")
    return int(match[1])


Expected = Annotated[int | None, Depends(_version)]
"""The version that the row must still have, by `If-Match`."""


@router.post("/tasks", status_code=201)
async def post_task(fields: TaskInput, request: Request, actor: Writing, key: Key = None) -> Response:
    """Make a task."""
    async with _database(request).transaction(actor) as tx:
        row = await create_row(tx, "task", fields, key=key)
        return await _shown(tx, row, status=201)


@router.get("/tasks")
async def get_tasks(wanted: Annotated[Filter, Query()], request: Request, actor: Reading) -> Response:
    """List tasks."""
    async with _database(request).transaction(actor) as tx:
        return Json(as_json(await list_tasks(tx, wanted)))


@router.get("/tasks/{id}")
async def get_task(id: UUID, request: Request, actor: Reading) -> Response:
    """Show a task, in the Trash too."""
    async with _database(request).transaction(actor) as tx:
        return await _shown(tx, await find_row(tx, "task", id))


@router.patch("/tasks/{id}")
async def patch_task(id: UUID, fields: TaskChange, request: Request, actor: Writing, expected: Expected) -> Response:
    """Change some fields of a task; what others changed since the `version` that was seen is kept as a conflict."""
    async with _database(request).transaction(actor) as tx:
        return await _shown(tx, await change_row(tx, "task", id, fields=fields, expected=expected))


@router.delete("/tasks/{id}", status_code=204)
async def delete_task(id: UUID, request: Request, actor: Writing, expected: Expected) -> Response:
    """Put a task into the Trash, with what hangs below it."""
    async with _database(request).transaction(actor) as tx:
        await act_on_row(tx, "delete", kind="task", id=id, expected=expected)
    return Response(status_code=204)


@router.post("/tasks/{id}/{op}")
async def post_task_op(
    id: UUID, op: Literal["complete", "reopen", "restore"], request: Request, actor: Writing, expected: Expected
) -> Response:
    """Complete, reopen or restore a task; harmless twice."""
    async with _database(request).transaction(actor) as tx:
        return await _shown(tx, await act_on_row(tx, op, kind="task", id=id, expected=expected))


def _named_routes(kind: Literal["project", "tag"]) -> APIRouter:
    """Return the routes of what has but a name and a place."""
    named = APIRouter(prefix=f"/{kind}s")

    @named.post("", status_code=201)
    async def post_named(fields: NamedInput, request: Request, actor: Writing, key: Key = None) -> Response:
        """Make a project or a tag."""
        async with _database(request).transaction(actor) as tx:
            return _named(await create_row(tx, kind, fields, key=key), status=201)

    @named.get("")
    async def get_named(wanted: Annotated[Paging, Query()], request: Request, actor: Reading) -> Response:
        """List projects or tags."""
        async with _database(request).transaction(actor) as tx:
            return Json(as_json(await list_rows(tx, kind, cursor=wanted.cursor, limit=wanted.limit)))

    @named.get("/{id}")
    async def get_one_named(id: UUID, request: Request, actor: Reading) -> Response:
        """Show a project or a tag."""
        async with _database(request).transaction(actor) as tx:
            return _named(await find_row(tx, kind, id))

    @named.patch("/{id}")
    async def patch_named(
        id: UUID, fields: NamedChange, request: Request, actor: Writing, expected: Expected
    ) -> Response:
        """Change a project or a tag."""
        async with _database(request).transaction(actor) as tx:
            return _named(await change_row(tx, kind, id, fields=fields, expected=expected))

    @named.delete("/{id}", status_code=204)
    async def delete_named(id: UUID, request: Request, actor: Writing, expected: Expected) -> Response:
        """Put a project, with its open tasks, or a tag into the Trash."""
        async with _database(request).transaction(actor) as tx:
            await act_on_row(tx, "delete", kind=kind, id=id, expected=expected)
        return Response(status_code=204)

    @named.post("/{id}/restore")
    async def restore_named(id: UUID, request: Request, actor: Writing, expected: Expected) -> Response:
        """Bring a project or a tag back, with what went along."""
        async with _database(request).transaction(actor) as tx:
            return _named(await act_on_row(tx, "restore", kind=kind, id=id, expected=expected))

    return named


router.include_router(_named_routes("project"))
router.include_router(_named_routes("tag"))


def _database(request: Request) -> Database:
    return request.app.state.database


async def _shown(tx: Transaction, row: Row, *, status: int = 200) -> Response:
    names = await tag_names(tx, [row])
    return Json(task_document(row, names), status, {"etag": f'"{row.version}"'})


def _named(row: Row, *, status: int = 200) -> Response:
    return Json(document(row), status, {"etag": f'"{row.version}"'})
