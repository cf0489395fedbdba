r"""What a request asks of PostgreSQL, statement for statement, for pgbench to ask without us.

The texts are the ones that Onthedot sends, the values of one task that it wrote before. As in Onthedot, the caller is
looked up in a statement of its own; `begin` and the two settings go in one round trip (`\startpipeline`).
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

import asyncpg

from onthedot.accounts.queries import BY_SESSION
from onthedot.changes.apply import LOCK, WRITE
from onthedot.database import WRITE_EVENTS
from onthedot.tasks.queries import KEYS, LIST

COUNTABLE = """
insert into session (id, person, hash, device, address)
select gen_random_uuid(), id, decode(lpad(to_hex(row_number() over ()), 64, '0'), 'hex'), 'pgbench', '' from person
"""
"""Sessions that pgbench finds by a number from 1 up."""

WRITTEN = """
select entity.kind, entity.values::text as values, entity.body, event.type, event.version, event.actor, event.client,
    event.data, change.data as change
from entity join event on event.entity = entity.id
join event change on change.space = entity.space and change.type = 'space.changed'
where entity.kind = 'task' limit 1
"""

CALLER = r"""
\set place random(1, {people})
{by_session}
\gset
\startpipeline
begin;
select set_config('role', 'onthedot_app', true), set_config('onthedot.person', :person, true);
\endpipeline
"""

ID = "('00000000-0000-7000-8000-' || lpad(to_hex(:{name}::bigint), 12, '0'))::uuid"


async def make_countable(dsn: str) -> None:
    """Give everybody of this database a session that pgbench finds."""
    connection = await asyncpg.connect(dsn)
    await connection.execute(COUNTABLE)
    await connection.close()


def create(written_dsn: str, *, people: int) -> str:
    """Return the script of making a task as the one that was written in the database."""
    row = asyncio.run(_one(written_dsn))
    task, event, change = (ID.format(name=name) for name in ("task", "event", "change"))
    write = (
        ":space::uuid",
        f"array[{task}]",
        *(_texts(row["kind"]), "array[:sequence + 1]", _texts("0123abcd"), "array[1]"),
        *(_texts(row["values"]), _texts(row["body"])),
        *(_text(row["client"]), ":server_n + 1"),
        *["'{}'"] * 5,
        *(":sequence + 1", "true"),
    )
    events = (
        ":space::uuid",
        *(f"array[{event}, {change}]", "array[:sequence + 1, null]"),
        *(_texts(row["type"], "space.changed"), _texts(row["version"], "1.0"), f"array[{task}, null]"),
        *(_texts(*[row["actor"]] * 2), _texts(*[row["client"]] * 2), "array[now(), now()]"),
        _texts(row["data"], row["change"]),
        *(_texts("realtime"), f"array[{change}]", "array[true]", "(:place % 16)::smallint"),
    )
    chosen = "\n".join(rf"\set {name} random(1, 281474976710655)" for name in ("task", "event", "change"))
    return "\n".join(
        (
            _caller(people) + chosen,
            _filled(LOCK, ":space::uuid"),
            r"\gset",
            _filled(WRITE, *write),
            _filled(WRITE_EVENTS, *events),
            "commit;",
        )
    )


def read_fifty(*, people: int) -> str:
    """Return the script of listing 50 tasks."""
    values = (":space::uuid", "'open'", *["null"] * 5, "51", "null", "null")
    return f"{_caller(people)}{_filled(LIST.format(key=KEYS['rank']), *values)}\ncommit;"


async def _one(dsn: str) -> dict[str, Any]:
    connection = await asyncpg.connect(dsn)
    found = await connection.fetchrow(WRITTEN)
    await connection.close()
    assert found is not None  # noqa: S101 - the caller wrote one
    return dict(found)


def _caller(people: int) -> str:
    by_session = _filled(BY_SESSION, "decode(lpad(to_hex(:place::int), 64, '0'), 'hex')").rstrip(";")
    return CALLER.format(people=people, by_session=by_session)


def _filled(statement: str, *values: str) -> str:
    """Return the statement as pgbench takes it, `$1`, `$2` … replaced by SQL."""
    return re.sub(r"\$(\d+)", lambda match: values[int(match[1]) - 1], " ".join(statement.split())) + ";"


def _texts(*texts: str) -> str:
    return f"array[{', '.join(map(_text, texts))}]"


def _text(text: str) -> str:
    """Return the text as SQL without a colon, at which pgbench would look for a variable."""
    quoted = text.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{quoted}'"
