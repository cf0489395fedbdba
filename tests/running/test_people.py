"""People from the command line."""

from onthedot.accounts.commands import use_link
from onthedot.accounts.queries import account_of
from onthedot.database import Database
from tests.running.program import run
from tests.web import PASSWORD


async def test_who_is_made_comes_in_by_the_link_that_is_printed(database: Database, migrated: str) -> None:
    made = await run("user", "create", "grace@example.org", "--zone", "Europe/Lisbon", database_url=migrated)
    assert made.code == 0, made.words
    address, _, token = made.out.strip().partition("#")
    assert address.endswith("/link")

    person = await use_link(database, token, PASSWORD)

    account = await account_of(database, person)
    assert (account["email"], account["name"], account["zone"]) == ("grace@example.org", "grace", "Europe/Lisbon")
    again = await run("user", "create", "grace@example.org", database_url=migrated)
    assert (again.code, again.out) == (1, "")


async def test_a_person_that_cannot_be_made_is_bad_usage_in_one_line(database: Database, migrated: str) -> None:
    assert database
    refused = await run("user", "create", "ada", database_url=migrated)
    assert (refused.code, refused.words) == (2, "onthedot: email: must be an address like ada@example.org\n")


async def test_a_token_has_the_name_that_it_was_given(database: Database, migrated: str) -> None:
    await run("user", "create", "grace@example.org", database_url=migrated)
    create = ("token", "create", "--user", "grace@example.org", "--scope", "read")
    for more in ((), ("--name", " backup ")):
        made = await run(*create, *more, database_url=migrated)
        assert made.code == 0, made.words
    async with database.door() as door:
        assert await door.fetchval("select array_agg(name order by created_at) from token") == [
            "command line",
            "backup",
        ]
    refused = await run(*create, "--name", " ", database_url=migrated)
    assert (refused.code, "must have letters" in refused.words) == (2, True)
