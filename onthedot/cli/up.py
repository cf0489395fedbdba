"""`up` and `migrate`: all of it in one process."""

import argparse
import asyncio
import contextlib
import signal
import sys

import uvicorn

from onthedot.accounts.commands import create_owner_link
from onthedot.app import House, build, web_folder
from onthedot.cli.address import bind, check_address
from onthedot.cli.opened import AddCommand, open_database, opened
from onthedot.ports.sockets_memory import LARGEST_MESSAGE_BYTES
from onthedot.settings import Settings


def add(command: AddCommand) -> None:
    """Add the commands."""
    up = command("up", help="start all of Onthedot, PostgreSQL inside")
    up.set_defaults(run=_up)
    migrating = command("migrate", help="bring the database to the present shape")
    migrating.set_defaults(run=_migrate)


async def _up(settings: Settings, _: argparse.Namespace) -> None:
    check_address(settings)
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
            # uvicorn stops at a signal and then raises it anew: that must not end us before PostgreSQL is stopped.
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
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
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws_max_size=LARGEST_MESSAGE_BYTES,
        ws_ping_interval=None,
        timeout_graceful_shutdown=5,
    )
