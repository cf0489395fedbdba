"""What a write must read, so that the merge sees all that it may touch."""

import json
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from onthedot.changes.apply import apply, lock_space
from onthedot.changes.rows import Row
from onthedot.database import Actor, Database
from tests.changes.schedule import Schedule
from tests.changes.server import Server
from tests.people import Device


@pytest.fixture
def phone(database: Database, ada: Actor) -> Device:
    return Device(database, ada)


async def tasks(phone: Device) -> dict[str, Any]:
    """Return all tasks by their titles."""
    phone.cursor = None
    rows = [json.loads(row) for row in (await phone.pull()).rows]
    return {row["values"]["title"]: row for row in rows if row["kind"] == "task"}


def create(phone: Device, kind: str, name: str, **references: str) -> tuple[str, dict[str, Any]]:
    """Return a new row's id, and the mutation that makes it."""
    id, field = str(uuid4()), "title" if kind == "task" else "name"
    return id, phone.mutation("create", kind, id, set={field: name, **references})


async def test_postgres_ends_where_the_rows_in_memory_do(database: Database, ada: Actor) -> None:
    for seed in range(25):
        server = Schedule.of(seed).run()
        found = [Row.from_json(record["body"]) for record in await replay(database, ada, server)]
        # Those that one delete takes along are numbered as they were found, which may differ.
        kept, expected = ({row.id: replace(row, sequence=0) for row in rows} for rows in (found, server.rows.values()))
        assert kept == expected, f"seed {seed}"


async def replay(database: Database, ada: Actor, server: Server) -> list[Any]:
    """Do in PostgreSQL what a schedule did in memory, and return all rows; the space is emptied again."""
    async with database.transaction(ada) as tx:
        await tx.execute("update space set sequence = 0, server_n = 0")
        for write in server.log:
            if write is None:
                await tx.execute("delete from entity where life % 2 = 0")
                continue
            author, mutations = write
            space = replace(await lock_space(tx), now=author.now)
            await apply(tx, space, mutations, author=author)
        assert (await lock_space(tx)).sequence == server.sequence
        found = await tx.fetch("select body from entity")
        await tx.execute("delete from entity")
        return found


async def test_restoring_finds_what_went_along_though_what_was_between_has_moved(phone: Device) -> None:
    (home, one), (other, two) = create(phone, "project", "Home"), create(phone, "project", "Other")
    done, three = create(phone, "task", "Done", project=home)
    _, four = create(phone, "task", "Open", parent=done)
    await phone.push(one, two, three, four, phone.mutation("complete", "task", done))

    await phone.push(phone.mutation("delete", "project", home))
    await phone.push(phone.mutation("update", "task", done, set={"project": other}))
    await phone.push(phone.mutation("restore", "project", home))

    assert {title: row["life"] for title, row in (await tasks(phone)).items()} == {"Done": 1, "Open": 3}


async def test_what_one_push_moves_into_a_project_and_then_deletes_goes_with_all_below_it(phone: Device) -> None:
    home, one = create(phone, "project", "Home")
    task, two = create(phone, "task", "Paint")
    _, three = create(phone, "task", "Buy paint", parent=task)
    await phone.push(one, two, three)

    await phone.push(
        phone.mutation("update", "task", task, set={"project": home}), phone.mutation("delete", "project", home)
    )

    assert {row["life"] for row in (await tasks(phone)).values()} == {2}


async def test_a_reopened_task_stays_in_its_project(phone: Device) -> None:
    home, one = create(phone, "project", "Home")
    task, two = create(phone, "task", "Paint", project=home)
    await phone.push(one, two, phone.mutation("complete", "task", task))

    await phone.push(phone.mutation("reopen", "task", task))

    assert (await tasks(phone))["Paint"]["values"]["project"] == home


async def test_a_title_that_is_nearly_an_id_is_a_title(phone: Device) -> None:
    title = "well-known state-of-the-art writings"
    assert (len(title), title.count("-")) == (36, 4)
    _, mutation = create(phone, "task", title)
    [answer] = await phone.push(mutation)
    assert answer["status"] == "ok"
