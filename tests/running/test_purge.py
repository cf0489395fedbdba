import asyncio
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import orjson
import pytest

from onthedot.accounts.commands import Visitor, allow, create_link, create_owner_link, open_session
from onthedot.accounts.purge import purge_door
from onthedot.activity.queries import list_activity
from onthedot.app import build
from onthedot.changes.purge import purge_spaces
from onthedot.database import Actor, Database
from onthedot.ports.dead_letters import dead_letters
from onthedot.ports.purge import forget_handled, scrub_events
from onthedot.settings import Settings
from tests.people import Device

HANDLED = "insert into handled (consumer, event, at) values ('realtime', $1, now() - make_interval(days => $2))"


async def _own(dsn: str, sql: str, *values: object) -> Any:  # noqa: ANN401 - a column may be anything
    """Run a statement as the owner of the tables, who alone may change the past."""
    owner = await asyncpg.connect(dsn)
    try:
        return await owner.fetchval(sql, *values)
    finally:
        await owner.close()


async def _age(dsn: str, table: str, column: str, days: int) -> None:
    await _own(dsn, f"update {table} set {column} = {column} - make_interval(days => $1)", days)  # noqa: S608


async def _write(person: Device, title: str) -> str:
    task = str(uuid4())
    await person.push(person.mutation("create", "task", task, set={"title": title}))
    return task


@pytest.mark.parametrize(("days", "kept"), [(89, True), (91, False)])
async def test_what_events_said_is_kept_for_90_days_and_who_did_what_for_good(
    database: Database, migrated: str, ada: Actor, days: int, *, kept: bool
) -> None:
    await _write(Device(database, ada), "Secret plan")
    await _own(migrated, "delete from delivery")
    await _age(migrated, "event", "at", days)

    await scrub_events(database)

    said = await _own(migrated, "select string_agg(data, '') from event")
    assert ("Secret plan" in said) is kept
    async with database.transaction(ada) as tx:
        [item] = await list_activity(tx, task=None, before=None, limit=9)
    assert (item["type"], item["title"], item["actor"]) == (
        "task.created",
        "Secret plan" if kept else None,
        {"kind": "person", "name": "Ada"},
    )
    assert "title" in item["changed"]


async def test_what_is_still_owed_or_may_be_replayed_stays_whole(database: Database, migrated: str, ada: Actor) -> None:
    await _write(Device(database, ada), "Owed")
    await _age(migrated, "event", "at", 91)
    await scrub_events(database)
    owed = await _own(migrated, "select data from event where type = 'space.changed'")
    assert "Owed" in owed

    await _own(
        migrated,
        "with dead as (delete from delivery returning *)"
        " insert into dead_letter (id, consumer, space, event, type, reason, tries)"
        " select gen_random_uuid(), consumer, space, event, 'space.changed', 'x', 8 from dead",
    )
    await scrub_events(database)
    assert await _own(migrated, "select data from event where type = 'space.changed'") == owed
    assert len(await dead_letters(database)) == 1

    await _own(migrated, "update dead_letter set replayed_at = now()")
    await scrub_events(database)
    assert await _own(migrated, "select data from event where type = 'space.changed'") == "{}"


async def test_a_device_goes_on_after_its_events_were_scrubbed(database: Database, migrated: str, ada: Actor) -> None:
    phone = Device(database, ada)
    await _write(phone, "Old")
    await phone.pull()
    await _own(migrated, "delete from delivery")
    await _age(migrated, "event", "at", 91)
    await scrub_events(database)

    await _write(phone, "New")
    assert [orjson.loads(row)["values"]["title"] for row in (await phone.pull()).rows] == ["New"]


async def test_answers_are_kept_for_90_days_and_the_edit_is_still_applied_once(
    database: Database, migrated: str, ada: Actor
) -> None:
    phone = Device(database, ada)
    old = phone.mutation("create", "task", str(uuid4()), set={"title": "Old"})
    await phone.push(old)
    await _age(migrated, "mutation", "received_at", 91)
    await _write(phone, "New")

    await purge_spaces(database)

    assert await _own(migrated, "select array_agg(n) from mutation") == [2]
    [again] = await phone.push(old)
    assert (again["status"], (await phone.pull()).head) == ("already", 2)


@pytest.mark.parametrize(("state", "days", "left"), [("dismissed", 91, 0), ("dismissed", 89, 1), ("open", 91, 1)])
async def test_conflicts_go_90_days_after_they_were_closed(
    database: Database, migrated: str, ada: Actor, *, state: str, days: int, left: int
) -> None:
    phone, laptop = Device(database, ada), Device(database, ada)
    task = await _write(phone, "Tea")
    await phone.push(phone.mutation("update", "task", task, set={"title": "Coffee"}))
    seen = {"title": f"{phone.id}:1"}
    [answer] = await laptop.push(laptop.mutation("update", "task", task, set={"title": "Water"}, base=seen))
    [conflict] = answer["conflicts"]
    if state != "open":
        await phone.push(phone.mutation("update", "conflict", conflict, set={"state": state}))
    await _own(
        migrated,
        "update entity set values = values || jsonb_build_object('updated_at', now() - make_interval(days => $1))"
        " where kind = 'conflict'",
        days,
    )

    await purge_spaces(database)

    assert await _own(migrated, "select count(*) from entity where kind = 'conflict'") == left
    assert await _own(migrated, "select count(*) from entity where kind = 'task'") == 1
    await phone.pull()


async def test_what_was_handled_is_remembered_for_14_days(database: Database, migrated: str) -> None:
    for days in (13, 15):
        await _own(migrated, HANDLED, UUID(int=days), days)
    await forget_handled(database)
    assert await _own(migrated, "select array_agg(event) from handled") == [UUID(int=13)]


async def test_what_opens_no_door_any_more_is_forgotten(database: Database, migrated: str, ada: Actor) -> None:
    stale, fresh = [Visitor(device, "127.0.0.1") for device in ("stale", "fresh")]
    await open_session(database, ada.person, visitor=stale)
    await create_link(database, "ada@example.org")
    await allow(database, "stale", 5)
    await _age(migrated, "session", "used_at", 31)
    await _age(migrated, "link", "expires_at", 1)
    await _age(migrated, "allowance", "began_at", 2)
    await open_session(database, ada.person, visitor=fresh)
    first_visit, way_back = await create_owner_link(database), await create_link(database, "ada@example.org")
    await allow(database, "fresh", 5)

    await purge_door(database)

    assert first_visit
    assert way_back
    assert await _own(migrated, "select array_agg(device) from session") == ["fresh"]
    assert await _own(migrated, "select array_agg(purpose order by purpose) from link") == ["first_visit", "way_back"]
    assert await _own(migrated, "select array_agg(key) from allowance") == ["fresh"]


OLD = """
select (select count(*) from handled) + (select count(*) from allowance) + (select count(*) from mutation)
    + (select count(*) from event where not scrubbed)
"""


async def test_the_whole_lets_go_of_all_by_itself(database: Database, migrated: str, ada: Actor) -> None:
    await _write(Device(database, ada), "Old")
    await allow(database, "old", 5)
    await _own(migrated, HANDLED, uuid4(), 15)
    await _own(migrated, "delete from delivery")
    for table, column in (("mutation", "received_at"), ("event", "at"), ("allowance", "began_at")):
        await _age(migrated, table, column, 91)

    running = asyncio.create_task(build(Settings(), database, migrated).run())
    async with asyncio.timeout(20):
        while await _own(migrated, OLD):
            await asyncio.sleep(0.02)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
