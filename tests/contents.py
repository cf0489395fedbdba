"""What the database holds, so that a test can say that nothing of it changed."""

import asyncpg

NOTED_BY_READING = {"session": "used_at", "token": "used_at"}
TABLES = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"


async def contents(dsn: str, *, but: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return a digest of what each table holds, but for what notes that somebody was here."""
    owner = await asyncpg.connect(dsn)
    digests: dict[str, str] = {}
    for name in {row["relname"] for row in await owner.fetch(TABLES)} - but:
        row = f"to_jsonb(t) - '{NOTED_BY_READING.get(name, '')}'"
        digest = f"select md5(string_agg(({row})::text, '|' order by {row})) from {name} t"  # noqa: S608
        digests[name] = await owner.fetchval(digest)
    await owner.close()
    return digests
