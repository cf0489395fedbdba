"""The command `onthedot`: data on stdout, words on stderr; 2 for bad usage, 1 for failure."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import socket
import sys
from collections.abc import AsyncGenerator, Callable, Coroutine
from functools import partial
from typing import Any, TypeAlias

import asyncpg
import uvicorn
import uvloop

from onthedot.accounts.commands import create_link, create_owner_link, create_person, create_token
from onthedot.accounts.schema import SignUp
from onthedot.app import House, build, web_folder
from onthedot.database import Database
from onthedot.errors import CannotStart, Refusal
from onthedot.migrate import migrate
from onthedot.ports.postgres import PostgresServer
from onthedot.roles import OWED
from onthedot.settings import Settings, load_settings

Loop: TypeAlias = Callable[[], Coroutine[Any, Any, None]]

KEEP_UP_SECONDS = 1.0


def main() -> None:
    """Run the command line."""
    given = _parser().parse_args()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(given.run(load_settings(), given))
    except (CannotStart, Refusal) as refusal:
        print(f"onthedot: {refusal}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("onthedot", description="Tasks and reminders, on the dot.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    up = commands.add_parser("up", help="start all of Onthedot, PostgreSQL inside")
    up.set_defaults(run=_up)
    migrating = commands.add_parser("migrate", help="bring the database to the present shape")
    migrating.set_defaults(run=_migrate)
    _add_user(commands.add_parser("user", help="people").add_subparsers(required=True, metavar="ACTION"))
    token = commands.add_parser("token", help="tokens for programs").add_subparsers(required=True, metavar="ACTION")
    create = token.add_parser("create", help="make a token and print it")
    create.add_argument("--user", required=True, metavar="EMAIL")
    create.add_argument("--scope", required=True, action="append", choices=["read", "write", "admin"])
    create.set_defaults(run=_token_create)
    return parser


def _add_user(user: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:  # pyright: ignore[reportPrivateUsage]
    create = user.add_parser("create", help="make an account; the password is read from stdin")
    create.add_argument("email")
    create.add_argument("--name")
    create.add_argument("--zone", default="UTC")
    create.set_defaults(run=_user_create)
    link = user.add_parser("link", help="print a one-use link back in")
    link.add_argument("email")
    link.set_defaults(run=_user_link)


async def _up(settings: Settings, _: argparse.Namespace) -> None:
    if web_folder() is None:
        print("The web app is not built: only the API is served.", file=sys.stderr)
    with contextlib.closing(bind(settings)) as listening:
        settings = settings.model_copy(update={"port": listening.getsockname()[1]})
        async with _opened(settings) as (dsn, database, keep):
            house = build(settings, database, dsn)
            address = settings.origins[0]
            token = await create_owner_link(database)
            print(f"Onthedot is at {address}", flush=True)
            if token is not None:
                print(f"Your first visit, which makes you the owner: {address}/welcome#{token}", flush=True)
            loops = [asyncio.create_task(house.run()), asyncio.create_task(keep())]
            await uvicorn.Server(_server_config(house)).serve(sockets=[listening])
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)


async def _migrate(settings: Settings, _: argparse.Namespace) -> None:
    async with _database(settings):
        print("The database is up to date.", file=sys.stderr)


async def _user_create(settings: Settings, given: argparse.Namespace) -> None:
    password = sys.stdin.readline().rstrip("\n")
    wanted = SignUp(
        email=given.email, name=given.name or given.email.partition("@")[0], password=password, zone=given.zone
    )
    async with _database(settings) as database:
        print(await create_person(database, wanted, confirmed=True))


async def _user_link(settings: Settings, given: argparse.Namespace) -> None:
    async with _database(settings) as database:
        token = await create_link(database, given.email)
    if token is None:
        raise CannotStart(f"nobody has the address {given.email}: make them by `onthedot user create`")
    print(f"{settings.origins[0]}/link#{token}")


async def _token_create(settings: Settings, given: argparse.Namespace) -> None:
    async with _database(settings) as database:
        async with database.door() as door:
            person = await door.fetchval("select id from person where email = $1", given.user.lower())
        if person is None:
            raise CannotStart(f"nobody has the address {given.user}")
        made = await create_token(database, person, name="command line", scopes=given.scope)
    print(made["token"])


@contextlib.asynccontextmanager
async def _database(settings: Settings) -> AsyncGenerator[Database]:
    async with _opened(settings) as (_, database, _keep):
        yield database


@contextlib.asynccontextmanager
async def _opened(settings: Settings) -> AsyncGenerator[tuple[str, Database, Loop]]:
    """Open the database in its present shape, the one inside unless another is set, and what keeps it up."""
    server = None if settings.database_url else PostgresServer(settings.data_dir / "postgres")
    if server is not None:
        await asyncio.to_thread(server.start)
    dsn = settings.database_url or (server.dsn() if server else "")
    try:
        await migrate(dsn)
        database = await Database.connect(dsn, owed=OWED)
    except (OSError, asyncpg.PostgresError) as error:
        raise CannotStart(f"the database of ONTHEDOT_DATABASE_URL does not serve: {error}") from error
    try:
        yield dsn, database, partial(_keep_up, server)
    finally:
        await database.close()
        if server is not None:
            await asyncio.to_thread(server.stop)


async def _keep_up(server: PostgresServer | None) -> None:
    """Start the server inside again when it died."""
    while server is not None:
        if not await asyncio.to_thread(server.is_alive):
            await asyncio.to_thread(server.start)
        await asyncio.sleep(KEEP_UP_SECONDS)


def _server_config(house: House) -> uvicorn.Config:
    return uvicorn.Config(
        house.app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws_ping_interval=None,
        timeout_graceful_shutdown=5,
    )


def bind(settings: Settings) -> socket.socket:
    """Return a socket that listens, so that what comes before the server is up waits.

    Raises:
        CannotStart: the address is taken.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise CannotStart(
            f"{settings.host}:{settings.port} cannot be taken ({error.strerror}):"
            " stop what runs there, or set ONTHEDOT_PORT."
        ) from None
    return listening


if __name__ == "__main__":
    main()
