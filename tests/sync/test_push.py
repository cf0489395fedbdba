import asyncio
import json
from uuid import uuid4

import pytest

from onthedot.changes.apply import lock_space
from onthedot.changes.pull import Resync
from onthedot.database import Actor, Database
from onthedot.errors import Invalid
from onthedot.sync.commands import ClientForked, OtherSpace, OutOfOrder, push
from onthedot.sync.schema import Push
from tests.locks import until_waiting
from tests.people import Device, actor_of
from tests.web import browser


async def test_a_task_is_pulled_by_the_other_device(database: Database, ada: Actor) -> None:
    phone, laptop, task = Device(database, ada), Device(database, ada), str(uuid4())

    [answer] = await phone.push(phone.mutation("create", "task", task, set={"title": "Buy oat milk"}))
    page = await laptop.pull()

    assert answer["status"] == "ok"
    [row] = [json.loads(row) for row in page.rows]
    assert (row["id"], row["sequence"], row["version"], row["values"]["title"]) == (task, 1, 1, "Buy oat milk")
    assert (page.head, page.more, page.acknowledged) == (1, False, 0)
    assert (await phone.pull()).acknowledged == 1


async def test_another_person_sees_nothing_and_writes_to_a_row_of_their_own(
    database: Database, ada: Actor, grace: Actor
) -> None:
    hers, other, task = Device(database, ada), Device(database, grace), str(uuid4())
    await hers.push(hers.mutation("create", "task", task, set={"title": "Secret"}))

    assert (await other.pull()).rows == []
    [gone] = await other.push(other.mutation("update", "task", task, set={"title": "Mine"}))
    assert gone["status"] == "gone"
    [made] = await other.push(other.mutation("create", "task", task, set={"title": "Mine"}))
    assert made["status"] == "ok"
    assert json.loads((await hers.pull()).rows[0])["values"]["title"] == "Secret"


async def test_a_push_sent_twice_changes_things_once(database: Database, ada: Actor) -> None:
    phone, task = Device(database, ada), str(uuid4())
    create = phone.mutation("create", "task", task, set={"title": "Once"})

    first, second = await phone.push(create), await phone.push(create)

    assert first == second
    assert (await phone.pull()).head == 1


async def test_different_fields_both_survive_and_the_same_field_keeps_the_loser(database: Database, ada: Actor) -> None:
    phone, laptop, task = Device(database, ada), Device(database, ada), str(uuid4())
    await phone.push(phone.mutation("create", "task", task, set={"title": "Plan", "priority": 3}))
    seen = {"title": f"{phone.id}:1", "priority": f"{phone.id}:1"}

    await phone.push(phone.mutation("update", "task", task, set={"title": "Plan it", "priority": 1}))
    [answer] = await laptop.push(
        laptop.mutation("update", "task", task, set={"title": "Plan well", "notes": "soon"}, base=seen)
    )

    assert answer["status"] == "merged"
    rows = {row["kind"]: row for row in map(json.loads, (await laptop.pull()).rows)}
    values, conflict = rows["task"]["values"], rows["conflict"]["values"]
    assert (values["priority"], values["notes"]) == (1, "soon")
    assert {values["title"], conflict["loser"]["value"]} == {"Plan it", "Plan well"}
    assert (conflict["about"], conflict["entity"], conflict["field"]) == ("concurrent", task, "title")


async def test_deleting_a_project_takes_its_open_tasks_along_and_restoring_brings_them_back(
    database: Database, ada: Actor
) -> None:
    phone, project, task, child = Device(database, ada), *(str(uuid4()) for _ in range(3))
    await phone.push(
        phone.mutation("create", "project", project, set={"name": "Home"}),
        phone.mutation("create", "task", task, set={"title": "Paint", "project": project}),
        phone.mutation("create", "task", child, set={"title": "Buy paint", "parent": task}),
    )

    await phone.push(phone.mutation("delete", "project", project, life=1))
    buried = {row["id"]: row for row in map(json.loads, (await phone.pull()).rows)}
    await phone.push(phone.mutation("restore", "project", project, life=2))
    revived = {row["id"]: row for row in map(json.loads, (await phone.pull()).rows)}

    assert {row["life"] for row in buried.values()} == {2}
    assert buried[child]["values"]["deleted_with"] == project
    assert {row["life"] for row in revived.values()} == {3}
    assert revived[child]["values"]["parent"] == task


async def test_completing_twice_happens_once(database: Database, ada: Actor) -> None:
    phone, task = Device(database, ada), str(uuid4())
    await phone.push(phone.mutation("create", "task", task, set={"title": "Run"}))

    answers = await phone.push(*(phone.mutation("complete", "task", task, life=1) for _ in range(2)))

    assert [answer["status"] for answer in answers] == ["ok", "already"]
    assert (await phone.pull()).head == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "x" * 501}, "title"),
        ({"title": "bell \a"}, "title"),
        ({"colour": "red"}, "colour"),
        ({"due": {"at": "2026-11-24T17:00", "zone": "Mars/Olympus"}}, "due"),
        ({"completed_at": "2026-11-24T17:00:00Z"}, "completed_at"),
        ({"reminder:1": {"before": "PT1H"}}, "reminder:1"),
    ],
)
async def test_what_does_not_fit_is_refused_by_name_and_blocks_nothing(
    database: Database, ada: Actor, values: dict[str, object], field: str
) -> None:
    phone = Device(database, ada)

    answers = await phone.push(
        phone.mutation("create", "task", str(uuid4()), set={"title": "Bad"} | values),
        phone.mutation("create", "task", str(uuid4()), set={"title": "Good"}),
    )

    assert [answer["status"] for answer in answers] == ["refused", "ok"]
    assert answers[0]["reason"].startswith(field)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"op": "explode"}, "op"),
        ({"kind": ""}, "kind"),
        ({"kind": 7}, "kind"),
        ({"entity": "HERE"}, "entity"),
        ({"clock": [1]}, "clock"),
        ({"clock": ["soon", 0]}, "clock.0"),
        ({"life": 0}, "life"),
        ({"base": {"title": 5}}, "base.title"),
        ({"set": []}, "set"),
        ({"set": {"x" * 101: 1}}, "set"),
        ({"colour": "red"}, "colour"),
        ({"nul \x00": "x" * 1000}, r"'nul \x00'"),
        ({"set": {"nul \x00": 1}}, r"'set.nul \x00."),
        ({"x" * 5000: 1}, "x" * 100),
    ],
)
async def test_a_malformed_mutation_is_refused_in_its_turn_by_the_field_that_is_wrong(
    database: Database, ada: Actor, wrong: dict[str, object], field: str
) -> None:
    phone = Device(database, ada)
    bad = phone.mutation("create", "task", str(uuid4()), set={"title": "Bad"}) | wrong
    good = phone.mutation("create", "task", str(uuid4()), set={"title": "Good"})

    answers = await phone.push(bad, good)

    assert [answer["status"] for answer in answers] == ["refused", "ok"]
    assert answers[0]["reason"].startswith(field), answers[0]["reason"]
    assert len(answers[0]["reason"]) < 400
    assert (await phone.push(bad, good)) == answers


@pytest.mark.parametrize(("wrong", "field"), [({"n": 0}, "n"), ({"id": "me"}, "id"), ({"id": None}, "id")])
async def test_a_mutation_that_cannot_be_answered_refuses_the_push(
    database: Database, ada: Actor, wrong: dict[str, object], field: str
) -> None:
    phone = Device(database, ada)
    with pytest.raises(Invalid) as refused:
        await phone.push(phone.mutation("explode", "task", str(uuid4())) | wrong)
    assert refused.value.field == f"mutations.{field}"


async def test_a_hole_a_fork_and_another_space_are_refused_whole(database: Database, ada: Actor, grace: Actor) -> None:
    phone, task = Device(database, ada), str(uuid4())
    create = phone.mutation("create", "task", task, set={"title": "First"})
    await phone.push(create)

    with pytest.raises(OutOfOrder) as refused:
        await phone.push(create | {"n": 3, "id": str(uuid4())})
    assert refused.value.extra == {"expected": 2}
    with pytest.raises(ClientForked):
        await phone.push(create | {"id": str(uuid4())})
    sent = Push.model_validate({"space": str(grace.space), "client": phone.id, "client_now": 1})
    with pytest.raises(OtherSpace):
        async with database.transaction(ada) as tx:
            await push(tx, sent)
    assert (await phone.pull()).head == 1


async def test_pages_are_a_prefix_and_a_foreign_cursor_is_told_to_start_afresh(database: Database, ada: Actor) -> None:
    phone, laptop = Device(database, ada), Device(database, ada)
    tasks = [str(uuid4()) for _ in range(5)]
    await phone.push(*(phone.mutation("create", "task", task, set={"title": "T"}) for task in tasks))

    seen: list[str] = []
    more = True
    while more:
        page = await laptop.pull(limit=2)
        seen += [json.loads(row)["id"] for row in page.rows]
        more = page.more

    assert seen == tasks
    laptop.cursor = "3.00000000"
    with pytest.raises(Resync):
        await laptop.pull()


async def test_who_only_pulls_waits_for_nobody_who_writes(database: Database) -> None:
    page = browser(database)
    await page.sign_up("Ada")
    async with database.transaction(await actor_of(page)) as tx:
        await lock_space(tx)
        async with asyncio.timeout(5):
            pulled = await page.call("POST", "/api/sync", {"client": str(uuid4()), "client_now": 0})
    assert (pulled.status_code, pulled.json()["head"]) == (200, 0)


async def test_two_devices_that_push_at_once_are_both_heard_and_no_number_is_lost(
    database: Database, ada: Actor
) -> None:
    phone, laptop = Device(database, ada), Device(database, ada)
    async with database.transaction(ada) as tx:
        await lock_space(tx)
        pushing = [
            asyncio.create_task(
                device.push(*(device.mutation("create", "task", str(uuid4()), set={"title": "T"}) for _ in range(3)))
            )
            for device in (phone, laptop)
        ]
        await until_waiting(database, 2)
    answers = await asyncio.gather(*pushing)

    assert [answer["status"] for answered in answers for answer in answered] == ["ok"] * 6
    page = await phone.pull()
    assert [json.loads(row)["sequence"] for row in page.rows] == [1, 2, 3, 4, 5, 6]
    assert (page.head, page.acknowledged, (await laptop.pull()).acknowledged) == (6, 3, 3)


async def test_the_last_page_alone_says_what_is_acknowledged(database: Database, ada: Actor) -> None:
    phone = Device(database, ada)
    await phone.push(*(phone.mutation("create", "task", str(uuid4()), set={"title": "T"}) for _ in range(5)))
    pages = [await phone.pull(limit=2) for _ in range(3)]
    assert [(page.more, page.acknowledged) for page in pages] == [(True, None), (True, None), (False, 5)]


async def test_a_change_that_is_too_large_to_be_sent_is_announced_without_its_rows_and_pulled(
    database: Database, ada: Actor
) -> None:
    phone, laptop = Device(database, ada), Device(database, ada)
    for size in (30_000, 33_000):
        await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "T", "notes": "x" * size}))

    async with database.transaction(ada) as tx:
        told = await tx.fetch("select data from event where type = 'space.changed' order by at")
    small, large = (json.loads(record["data"]) for record in told)
    assert (len(small["rows"]), large["rows"], large["from"], large["to"]) == (1, None, 2, 2)
    page = await laptop.pull()
    assert [len(json.loads(row)["values"]["notes"]) for row in page.rows] == [30_000, 33_000]
    assert page.cursor == large["cursor"]
