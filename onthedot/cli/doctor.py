"""`doctor`: looks at all that Onthedot stands on, changes none of it, and names the setting to fix."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import asyncpg
import orjson

from onthedot.cli.address import bind, check_address, is_ours
from onthedot.cli.opened import AddCommand, Failed, why_away
from onthedot.errors import CannotStart
from onthedot.migrate import CONNECT_SECONDS, missing_migrations
from onthedot.ports.postgres import PostgresServer
from onthedot.rights import missing_roles, rights_faults
from onthedot.settings import PREFIX, Settings, unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterator

FREE_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, whether it is well, and a sentence; `setting` is what to fix."""

    check: str
    ok: bool
    says: str
    setting: str | None = None


def _well(check: str, says: str) -> Finding:
    return Finding(check, says=says, ok=True)


def _wrong(check: str, says: str, setting: str) -> Finding:
    return Finding(check, says=says, ok=False, setting=setting)


def add(command: AddCommand) -> None:
    """Add the command."""
    doctor = command("doctor", help="tell what is not as it should be, and which setting to fix")
    doctor.add_argument("--json", action="store_true")
    doctor.set_defaults(run=_doctor)


async def _doctor(settings: Settings, given: argparse.Namespace) -> None:
    findings = [*_settings(), _data_dir(settings), _port(settings), _public_url(settings), *await _database(settings)]
    if given.json:
        print(orjson.dumps([asdict(finding) for finding in findings]).decode())
    else:
        for finding in findings:
            setting = f" ({finding.setting})" if finding.setting else ""
            print(f"{'ok' if finding.ok else 'WRONG':6}{finding.check:12}{finding.says}{setting}")
    wrong = sum(not finding.ok for finding in findings)
    if wrong:
        raise Failed(f"{wrong} of {len(findings)} are not as they should be.")
    print("All is well.", file=sys.stderr)


def _settings() -> Iterator[Finding]:
    """Tell of names that are no settings; wrong values did not get us here."""
    unknown = unknown_names()
    for name in unknown:
        near = get_close_matches(name, [PREFIX + field.upper() for field in Settings.model_fields], 1)
        yield _wrong("settings", f"{name} is none{f': is {near[0]} meant?' if near else ''}", name)
    if not unknown:
        yield _well("settings", "each is known and fits")


def _data_dir(settings: Settings) -> Finding:
    setting = f"{PREFIX}DATA_DIR"
    folder = settings.data_dir.resolve()
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        return _wrong("data", f"{there} cannot be written to", setting)
    free = shutil.disk_usage(there).free
    if free < FREE_BYTES:
        return _wrong("data", f"{folder} has {free // 2**20} MB left", setting)
    return _well("data", f"{folder}{'' if there == folder else ' is made at the first start'}")


def _port(settings: Settings) -> Finding:
    if is_ours(settings):
        return _well("port", f"Onthedot answers on {settings.host}:{settings.port}")
    try:
        bind(settings).close()
    except CannotStart as taken:
        return _wrong("port", str(taken), f"{PREFIX}PORT")
    return _well("port", f"{settings.host}:{settings.port} is free")


def _public_url(settings: Settings) -> Finding:
    setting = f"{PREFIX}PUBLIC_URL"
    try:
        check_address(settings)
    except CannotStart as clear:
        return _wrong("address", str(clear), setting)
    if settings.public_url and not settings.secure:
        return _wrong("address", "without https, browsers allow neither offline use nor push", setting)
    return _well("address", f"people reach it at {settings.origins[0]}")


async def _database(settings: Settings) -> list[Finding]:
    """Look into the database; the one inside is started for that if it is there and does not run."""
    setting = f"{PREFIX}DATABASE_URL" if settings.database_url else f"{PREFIX}DATA_DIR"
    server = None if settings.database_url else PostgresServer(settings.data_dir / "postgres")
    if server is not None and not server.exists():
        return [_well("database", "it is made at the first start")]
    try:
        if server is not None:
            await asyncio.to_thread(server.start)
        return await _inside(settings.database_url or (server.dsn() if server else ""), setting)
    except CannotStart as refusal:
        return [_wrong("database", str(refusal), setting)]
    except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [_wrong("database", why_away(settings, error), setting)]
    finally:
        if server is not None:
            await asyncio.to_thread(server.stop)


async def _inside(dsn: str, setting: str) -> list[Finding]:
    connection = await asyncpg.connect(dsn, timeout=CONNECT_SECONDS)
    try:
        version = connection.get_server_version()
        served = _well("database", f"PostgreSQL {version.major}.{version.minor} serves")
        return [served, await _roles(connection, setting), await _migrations(connection, setting)]
    finally:
        await connection.close()


async def _roles(connection: asyncpg.Connection[asyncpg.Record], setting: str) -> Finding:
    if missing := await missing_roles(connection):
        return _wrong("roles", f"they are missing: run `onthedot migrate`, or as administrator `{missing}`", setting)
    if faults := await rights_faults(connection):
        return _wrong("roles", "; ".join(faults), setting)
    return _well("roles", "the policies hold for each")


async def _migrations(connection: asyncpg.Connection[asyncpg.Record], setting: str) -> Finding:
    missing = await missing_migrations(connection)
    if missing:
        return _wrong("migrations", f"{len(missing)} are missing: run `onthedot migrate`, or start it", setting)
    return _well("migrations", "the database has its present shape")
