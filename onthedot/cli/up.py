"""`up` and `migrate`: all of it in one process."""

import argparse
import asyncio
import contextlib
import socket
import sys

import uvicorn

from onthedot.accounts.commands import create_owner_link
from onthedot.app import House, build, web_folder
from onthedot.cli.opened import AddCommand, open_database, opened
from onthedot.errors import CannotStart
from onthedot.settings import Settings


def add(command: AddCommand) -> None:
    """Add the commands."""
    up = command("up", help="start all of Onthedot, PostgreSQL inside")
    up.set_defaults(run=_up)
    migrating = command("migrate", help="bring the database to the present shape")
    migrating.set_defaults(run=_migrate)


async def _up(settings: Settings, _: argparse.Namespace) -> None:
    if web_folder() is None:
        print("The web app is not built: only the API is served.", file=sys.stderr)
    with contextlib.closing(bind(settings)) as listening:
        settings = settings.model_copy(update={"port": listening.getsockname()[1]})
        async with opened(settings) as (dsn, database, keep):
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
    async with open_database(settings):
        print("The database is up to date.", file=sys.stderr)


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
