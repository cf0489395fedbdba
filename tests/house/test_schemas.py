import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from jsonschema import Draft202012Validator, ValidationError

from onthedot.changes.apply import apply_one
from onthedot.cli.schemas import FOLDER, SUMS, generated, sums, write
from onthedot.cloudevents import schema_of, to_cloudevent
from onthedot.database import Actor, Database
from onthedot.errors import CannotStart
from onthedot.events import Envelope
from onthedot.ports.scheduler_postgres import PostgresScheduler
from onthedot.roles import CATALOG
from tests.people import Device

ASK_FOR_A_VERSION = "set the next `version` in the event's class (CONTRIBUTING.md), then run `onthedot schemas --write`"
NEVER_YET = {"project.restored", "tag.restored", "notice.restored"}
"""What the test below leaves out: each says the same as what told of the row first."""


def test_what_events_look_like_is_what_is_published() -> None:
    published = {file.name: file.read_text() for file in FOLDER.glob("*.json")}
    differing = {name for name, text in generated().items() if published.get(name) != text}
    assert not differing, ASK_FOR_A_VERSION


def test_no_published_version_was_edited() -> None:
    assert (FOLDER / SUMS).read_text() == sums(FOLDER)


def test_writing_adds_a_version_and_never_changes_one(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "task.created-2.0.json").unlink()
    assert write(tmp_path) == 1
    assert sums(tmp_path) == sums(FOLDER)

    (tmp_path / "tag.created-2.0.json").write_text("{}\n")
    with pytest.raises(CannotStart, match=r"tag\.created-2\.0\.json is published .* next `version`"):
        write(tmp_path)
    assert (tmp_path / "tag.created-2.0.json").read_text() == "{}\n"


async def test_every_event_that_leaves_fits_its_published_schema(database: Database, migrated: str, ada: Actor) -> None:
    await _do_everything(database, ada)
    await PostgresScheduler(database, migrated, ["notifier"]).fire()

    sent = [orjson.loads(orjson.dumps(to_cloudevent(envelope))) for envelope in await _log(database)]

    for event in sent:
        _validate(event)
    assert {event.type for event in CATALOG} - {event["type"] for event in sent} == NEVER_YET
    about = {event["type"]: event.get("subject") for event in sent}
    assert about["space.changed"] is None
    assert UUID(about["task.created"])


@pytest.mark.parametrize(
    "change",
    [{"schemaversion": "3.0"}, {"space": "ada"}, {"specversion": "0.3"}, {"data": {"changed": []}}, {"time": None}],
)
async def test_what_does_not_fit_is_told(database: Database, ada: Actor, change: dict[str, Any]) -> None:
    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"}))
    envelope = next(envelope for envelope in await _log(database) if envelope.type == "task.created")
    event = orjson.loads(orjson.dumps(to_cloudevent(envelope)))
    _validate(event | {"traceid": "carriers may add attributes"})

    with pytest.raises(ValidationError):
        _validate(event | change)


def _validate(event: dict[str, Any]) -> None:
    [kind] = [kind for kind in CATALOG if kind.type == event["type"]]
    schema = orjson.loads((FOLDER / f"{kind.type}-{kind.version}.json").read_bytes())
    assert schema == schema_of(kind)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(event)  # pyright: ignore[reportUnknownMemberType]


async def _do_everything(database: Database, ada: Actor) -> None:
    phone, laptop = Device(database, ada), Device(database, ada)
    task, project, tag, notice = (str(uuid4()) for _ in range(4))
    now = datetime.now(UTC)
    full = {
        "title": "Tea",
        "notes": "Green",
        "project": project,
        "priority": 1,
        "rank": "m",
        "due": {"at": "2030-01-15T09:00"},
        f"tag:{tag}": True,
        f"reminder:{uuid4()}": {"at": (now - timedelta(minutes=1)).isoformat()},
    }
    for mutation in (
        phone.mutation("create", "project", project, set={"name": "Home"}),
        phone.mutation("create", "tag", tag, set={"name": "calm"}),
        phone.mutation("create", "task", task, set=full),
        phone.mutation("update", "task", task, set={"title": "Coffee"}),
        phone.mutation("update", "project", project, set={"color": "teal"}),
        phone.mutation("update", "tag", tag, set={"name": "quiet"}),
        phone.mutation("complete", "task", task),
        phone.mutation("reopen", "task", task),
        phone.mutation("delete", "tag", tag),
        phone.mutation("delete", "project", project),
    ):
        await phone.push(mutation)
    seen = {"title": f"{phone.id}:3"}
    [answer] = await laptop.push(laptop.mutation("update", "task", task, set={"title": "Water"}, base=seen))
    await phone.push(phone.mutation("restore", "task", task, life=2))
    [conflict] = answer["conflicts"]
    await phone.push(phone.mutation("update", "conflict", conflict, set={"state": "dismissed"}))
    told = {"task": task, "reminder": None, "title": "Tea", "due_at": now.isoformat(), "late_seconds": 0}
    async with database.transaction(ada) as tx:
        await apply_one(tx, "create", kind="notice", entity=notice, set=told)
    await phone.push(phone.mutation("update", "notice", notice, set={"read_at": now.isoformat()}))
    await phone.push(phone.mutation("delete", "notice", notice))


async def _log(database: Database) -> list[Envelope]:
    async with database.worker() as worker:
        rows = await worker.fetch("select id, space, type, version, sequence, entity, at, data from event")
    return [Envelope(**(dict(row) | _data(row["type"], row["version"], row["data"]))) for row in rows]


def _data(kind: str, version: str, data: str) -> dict[str, Any]:
    return {"data": CATALOG.read(kind, version, data), "text": data}
