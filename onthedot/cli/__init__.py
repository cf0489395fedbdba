"""The command `onthedot`: data on stdout, words on stderr; 2 for bad usage, 1 for failure.

Each module is a group of commands, which `add` hangs into the parser; `opened` is what they stand on.
"""

import argparse
import asyncio
import sys

import uvloop

from onthedot.cli import dead, doctor, people, schemas, settings, up
from onthedot.cli.address import bind
from onthedot.cli.opened import BadUsage, Failed
from onthedot.errors import CannotStart, Invalid, Refusal
from onthedot.settings import load_settings
from onthedot.telemetry import set_up_logs

__all__ = ["bind", "main"]

GROUPS = (up, doctor, people, dead, settings, schemas)


def main() -> None:
    """Run the command line."""
    given = parser().parse_args()
    set_up_logs()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(given.run(load_settings(), given))
    except (CannotStart, Refusal, BadUsage, Failed) as refusal:
        print(f"onthedot: {refusal}", file=sys.stderr)
        sys.exit(2 if isinstance(refusal, (BadUsage, Invalid)) else 1)
    except KeyboardInterrupt:
        sys.exit(130)


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    whole = argparse.ArgumentParser("onthedot", description="Tasks and reminders, on the dot.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for group in GROUPS:
        group.add(commands.add_parser)
    return whole
