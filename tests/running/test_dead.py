from uuid import uuid4

import pytest

from onthedot.cli import parser
from onthedot.database import Actor, Database
from onthedot.ids import new_id
from tests.running.program import run


async def _bury(database: Database, person: Actor, reason: str) -> str:
    id = new_id()
    async with database.worker() as worker:
        await worker.execute(
            "insert into dead_letter (id, consumer, space, event, type, reason, tries)"
            " values ($1, 'notifier', $2, $3, 'reminder.due', $4, 8)",
            id,
            person.space,
            uuid4(),
            reason,
        )
    return str(id)


async def _owed(database: Database) -> int:
    async with database.worker() as worker:
        return await worker.fetchval("select count(*) from delivery")


async def test_dead_letters_are_listed_as_data(database: Database, migrated: str, ada: Actor) -> None:
    id = await _bury(database, ada, "ValueError: a\nlong story")

    listed = await run("dead", "list", "--json", database_url=migrated)
    shown = await run("dead", "list", database_url=migrated)

    assert (listed.code, listed.words) == (0, "")
    assert [(letter["id"], letter["reason"], letter["tries"]) for letter in listed.data] == [
        (id, "ValueError: a\nlong story", 8)
    ]
    [line] = shown.out.splitlines()
    assert line.split("\t")[0] == id
    assert line.endswith("ValueError: a long story")


async def test_without_dead_letters_only_words_are_printed(database: Database, migrated: str) -> None:
    assert database
    assert (await run("dead", "list", "--json", database_url=migrated)).data == []
    shown = await run("dead", "list", database_url=migrated)
    assert (shown.code, shown.out, shown.words) == (0, "", "There are no dead letters.\n")


async def test_a_dead_letter_is_replayed_once(database: Database, migrated: str, ada: Actor) -> None:
    id, _ = await _bury(database, ada, "one"), await _bury(database, ada, "two")

    first = await run("dead", "replay", id, database_url=migrated)
    again = await run("dead", "replay", id, database_url=migrated)

    assert (first.code, first.words) == (0, "1 replayed.\n")
    assert (again.code, again.words) == (0, "0 replayed.\n")
    assert await _owed(database) == 1


async def test_all_that_are_left_are_replayed(database: Database, migrated: str, ada: Actor) -> None:
    for reason in ("one", "two"):
        await _bury(database, ada, reason)
    assert (await run("dead", "replay", "--all", database_url=migrated)).words == "2 replayed.\n"
    assert await _owed(database) == 2


async def test_a_dead_letter_that_is_not_there_is_a_failure(database: Database, migrated: str) -> None:
    assert database
    missed = await run("dead", "replay", str(uuid4()), database_url=migrated)
    assert (missed.code, missed.out) == (1, "")
    assert "onthedot dead list" in missed.words


@pytest.mark.parametrize(
    "words", [["dead"], ["dead", "replay"], ["dead", "replay", "7"], ["dead", "replay", str(uuid4()), "--all"]]
)
def test_bad_usage_is_told_by_its_exit_code(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        parser().parse_args(words)
    assert refused.value.code == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err[:6]) == ("", "usage:")


async def test_a_person_that_cannot_be_made_is_bad_usage_in_one_line(database: Database, migrated: str) -> None:
    assert database
    refused = await run("user", "create", "ada", stdin="long enough\n", database_url=migrated)
    assert (refused.code, refused.words) == (2, "onthedot: email: must be an address like ada@example.org\n")
