import asyncio
import io
import json
import logging
import subprocess
import sys
from collections.abc import Generator
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from onthedot.accounts.commands import create_link
from onthedot.changes.events import SpaceChanged
from onthedot.database import Actor, Database, Transaction
from onthedot.events import Envelope, Subscription
from onthedot.ports.bus_postgres import PostgresBus
from onthedot.roles import CATALOG
from onthedot.telemetry import JsonLines
from tests.people import Device
from tests.web import PASSWORD, browser

CANARY = "canary-of-the-mine"


@pytest.fixture
def written() -> Generator[io.StringIO]:
    """Return where all log lines of the process go, the talkative ones too."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    handler.setFormatter(JsonLines())
    handler.addFilter(lambda record: record.name != "httpx")  # the tests' own
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def _lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


async def test_no_line_has_a_secret_an_address_or_what_people_wrote(
    database: Database, migrated: str, written: io.StringIO
) -> None:
    """S-25."""
    ada, phone = browser(database), browser(database)
    account = await ada.sign_up("Ada")
    secrets = [PASSWORD, ada.client.cookies["onthedot"], str(await create_link(database, "ada@example.org"))]
    body = {"title": CANARY, "notes": CANARY, "tags": [CANARY]}
    task = (await ada.call("POST", "/api/tasks", body)).json()["id"]
    made = await ada.call("POST", "/api/tokens", {"name": CANARY, "scopes": ["read"]})
    secrets.append(made.json()["token"])
    await phone.call("POST", "/api/sign-in", {"email": "ada@example.org", "password": f"{CANARY} wrong"})
    await phone.call("POST", "/api/link", {"token": secrets[2] + "x", "password": f"{CANARY} and others"})
    await phone.call("GET", f"/api/account?token={secrets[3]}", authorization=f"Bearer {secrets[3]}x")
    await ada.call("POST", "/api/tasks", {"title": CANARY * 1000})
    conflicting = {"n": 1, "id": str(uuid4()), "op": "update", "kind": "task", "entity": task, "clock": [1, 0]}
    sent = {"client": str(uuid4()), "client_now": 1, "mutations": [conflicting | {"set": {"title": f"{CANARY} 2"}}]}
    await ada.call("POST", "/api/sync", sent)
    owner = await asyncpg.connect(migrated)
    await owner.execute("alter table entity rename to entity_away")
    failed = [
        await ada.call("PATCH", f"/api/tasks/{task}", {"title": CANARY}),
        await ada.call("POST", "/api/sync", sent),
    ]
    await owner.execute("alter table entity_away rename to entity")
    await owner.close()

    assert [answer.status_code for answer in failed] == [500, 500]
    lines = [line for line in _lines(written) if line["logger"].startswith("onthedot")]
    assert [line["message"] for line in lines] == ["conflict", "request failed", "request failed"]
    assert (lines[0]["entity"], lines[0]["space"], lines[0]["field"]) == (task, account["space"], "title")
    for line, answer in zip(lines[1:], failed, strict=True):
        assert line["reference"] == answer.json()["reference"]
        assert line["error"][0]["type"] == "asyncpg.exceptions.UndefinedTableError"
        assert any("onthedot/" in place for place in line["error"][0]["at"])
    assert lines[1]["route"] == "/api/tasks/{id}"
    for secret in (*secrets, CANARY, "ada@example.org", "Ada"):
        assert secret not in written.getvalue()


async def test_a_handler_that_fails_quotes_nothing(database: Database, ada: Actor, written: io.StringIO) -> None:
    """S-25: an exception, and asyncio's note of one, may quote what a person wrote."""

    async def hear(_: Transaction, __: Envelope) -> None:
        raise ValueError(CANARY)

    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": CANARY}))
    subscription = Subscription("realtime", {SpaceChanged: hear})
    await PostgresBus(database, CATALOG, [subscription]).serve(subscription)
    async with database.worker() as worker:
        await worker.execute(
            "update event set data = jsonb_set(data::jsonb, '{to}', to_jsonb($1::text))::text"
            " where type = 'space.changed'",
            CANARY,
        )
        await worker.execute("update delivery set next_at = now()")
    await PostgresBus(database, CATALOG, [subscription]).serve(subscription)
    asyncio.get_running_loop().call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": ValueError(CANARY), "context": CANARY}
    )

    messages = [line["message"] for line in _lines(written)]
    assert messages == ["delivery failed", "event unknown", "Task exception was never retrieved"]
    assert CANARY not in written.getvalue()


def test_a_program_that_set_up_its_logs_writes_json_alone_to_stderr() -> None:
    """S-25."""
    program = (
        "import logging; from onthedot.telemetry import set_up_logs; set_up_logs();"
        "logging.getLogger('uvicorn.error').error('one\\ntwo', extra={'route': '/x'});"
        "logging.getLogger('a').info('no')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    [line] = [json.loads(line) for line in done.stderr.splitlines()]
    assert (line["level"], line["logger"], line["message"]) == ("error", "uvicorn.error", "one")
    assert line["route"] == "/x"
    assert done.stdout == ""
