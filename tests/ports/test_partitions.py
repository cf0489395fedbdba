from datetime import UTC, datetime
from uuid import UUID, uuid4

from onthedot.database import Actor, Database
from onthedot.ids import new_id
from onthedot.ports.dead_letters import replay
from onthedot.ports.scheduler_postgres import PostgresScheduler
from tests.people import Device


async def test_spaces_are_shared_out_by_the_last_digit_of_their_id(database: Database) -> None:
    """A change of it would part what a space is owed already from what comes."""
    spaces = [UUID(int=uuid4().int // 16 * 16 + digit) for digit in range(16)]
    async with database.worker() as worker:
        found = [await worker.fetchval("select partition_of($1)", space) for space in spaces]
    assert found == list(range(16))


async def test_what_a_space_is_owed_is_in_one_part_however_it_came_about(
    database: Database, ada: Actor, migrated: str
) -> None:
    phone = Device(database, ada)
    now = {f"reminder:{uuid4()}": {"at": datetime.now(UTC).isoformat()}}
    await phone.push(phone.mutation("create", "task", str(uuid4()), set={"title": "Tea"} | now))
    await PostgresScheduler(database, migrated, ["notifier"]).fire()
    async with database.worker() as worker:
        await worker.execute(BURIED, new_id(), ada.space)
    await replay(database)

    async with database.worker() as worker:
        owed = await worker.fetch("select consumer, partition from delivery where space = $1", ada.space)
    assert sorted(row["consumer"] for row in owed) == ["notifier", "realtime", "replayed"]
    assert {row["partition"] for row in owed} == {ada.space.int % 16}


BURIED = """
insert into dead_letter (id, consumer, space, event, type, reason, tries)
select $1, 'replayed', $2, id, type, 'once', 1 from event where space = $2 limit 1
"""
