import asyncpg
import pytest

from onthedot.database import Actor, Database
from tests.people import Device


async def test_every_table_has_a_row_level_policy(migrated: str) -> None:
    """S-10."""
    owner = await asyncpg.connect(migrated)
    bare = await owner.fetch(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')"
        " and not relrowsecurity"
    )
    await owner.close()
    assert [row["relname"] for row in bare] == []


async def test_without_a_person_nothing_can_be_read(database: Database, ada: Actor) -> None:
    """S-10."""
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


async def test_who_forgets_to_say_whose_transaction_it_is_reads_nothing(database: Database, ada: Actor) -> None:
    """S-10: not even by a query without a condition."""
    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", "0192d1f0-0000-7000-8000-000000000001", set={"title": "Mine"}))
    async with database.transaction(ada) as tx:
        await tx.execute("reset onthedot.person")
        with pytest.raises(asyncpg.PostgresError):
            await tx.fetch("select * from entity")
        await tx.execute("rollback")


async def test_nobody_changes_what_the_log_says(database: Database, ada: Actor) -> None:
    """S-25: what was written to it stays, whoever asks by whatever query."""
    phone = Device(database, ada)
    await phone.push(phone.mutation("create", "task", "0192d1f0-0000-7000-8000-000000000001", set={"title": "Mine"}))
    for statement in ("update event set actor = 'somebody else'", "delete from event"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.transaction(ada) as tx:
                await tx.execute(statement)


async def test_no_connection_is_ever_the_login(database: Database, ada: Actor) -> None:
    async with database.transaction(ada) as tx:
        assert await tx.fetch_value("select current_user") == "onthedot_app"
    for role, opened in (("onthedot_worker", database.worker), ("onthedot_door", database.door)):
        async with opened() as connection:
            assert await connection.fetchval("select current_user") == role
            await connection.execute("reset role")
            assert await connection.fetchval("select current_user") == role
