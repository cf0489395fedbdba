import asyncpg
import pytest

from onthedot.database import Actor, Database
from tests.people import Device


async def test_every_table_has_a_row_level_policy(migrated: str) -> None:
    owner = await asyncpg.connect(migrated)
    bare = await owner.fetch(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
        " and not relrowsecurity"
    )
    await owner.close()
    assert [row["relname"] for row in bare] == []


async def test_without_a_person_nothing_can_be_read(database: Database, ada: Actor) -> None:
    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", "0192d1f0-0000-7000-8000-000000000001", set={"title": "Mine"}))
    async with database.transaction(ada) as tx:
        assert await tx.fetch_value("select count(*) from entity") == 1
    async with database.worker() as worker:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await worker.fetch("select * from entity")


async def test_a_query_that_forgets_the_space_still_sees_only_the_persons_own(
    database: Database, ada: Actor, grace: Actor
) -> None:
    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", "0192d1f0-0000-7000-8000-000000000001", set={"title": "Mine"}))
    async with database.transaction(grace) as tx:
        for table in ("entity", "event", "mutation", "client", "space", "person"):
            own = 1 if table in {"space", "person"} else 0
            assert await tx.fetch_value(f"select count(*) from {table}") == own, table  # noqa: S608
        assert await tx.execute("delete from entity") == "DELETE 0"


async def test_no_connection_is_ever_the_login(database: Database, ada: Actor) -> None:
    async with database.transaction(ada) as tx:
        assert await tx.fetch_value("select current_user") == "onthedot_app"
    for role, opened in (("onthedot_worker", database.worker), ("onthedot_door", database.door)):
        async with opened() as connection:
            assert await connection.fetchval("select current_user") == role
            await connection.execute("reset role")
            assert await connection.fetchval("select current_user") == role
