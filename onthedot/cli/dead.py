"""`dead`: what consumers were given up on, and another try for it."""

import argparse
import sys
from uuid import UUID

import orjson

from onthedot.cli.opened import AddCommand, open_database
from onthedot.errors import CannotStart
from onthedot.ports.dead_letters import DeadLetter, dead_letters, replay
from onthedot.settings import Settings


def add(command: AddCommand) -> None:
    """Add the commands."""
    dead = command("dead", help="dead letters").add_subparsers(required=True, metavar="ACTION")
    listing = dead.add_parser("list", help="print them, the oldest first")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_list)
    replaying = dead.add_parser("replay", help="give one, or all, to their consumers once more")
    which = replaying.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", type=UUID)
    which.add_argument("--all", action="store_true")
    replaying.set_defaults(run=_replay)


async def _list(settings: Settings, given: argparse.Namespace) -> None:
    async with open_database(settings) as database:
        letters = await dead_letters(database)
    if given.json:
        print(orjson.dumps(letters, default=str).decode())
        return
    for letter in letters:
        print(_line(letter))
    if not letters:
        print("There are no dead letters.", file=sys.stderr)


def _line(letter: DeadLetter) -> str:
    """Return its fields between tabs; a reason of several lines is one."""
    state = "waits" if letter.replayed_at is None else "replayed"
    reason = " ".join(letter.reason.split())
    return "\t".join(
        (str(letter.id), f"{letter.died_at:%Y-%m-%dT%H:%M:%SZ}", letter.consumer, letter.type, state, reason)
    )


async def _replay(settings: Settings, given: argparse.Namespace) -> None:
    async with open_database(settings) as database:
        known = given.all or given.id in {letter.id for letter in await dead_letters(database)}
        count = await replay(database, given.id) if known else 0
    if not known:
        raise CannotStart(f"no dead letter is {given.id}: see `onthedot dead list`")
    print(f"{count} replayed.", file=sys.stderr)
