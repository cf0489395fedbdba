"""`schemas`: the published shapes of events, one file for each version that ever was."""

import argparse
import hashlib
import sys
from pathlib import Path

import orjson

from onthedot.cli.opened import AddCommand
from onthedot.cloudevents import schema_of
from onthedot.errors import CannotStart
from onthedot.roles import CATALOG
from onthedot.settings import Settings

FOLDER = Path(__file__).resolve().parents[1] / "schemas"
SUMS = "SHA256SUMS"


def add(command: AddCommand) -> None:
    """Add the command."""
    schemas = command("schemas", help="print the JSON Schemas of the events")
    schemas.add_argument("--write", action="store_true", help="write new ones into the checkout instead")
    schemas.set_defaults(run=_schemas)


async def _schemas(_: Settings, given: argparse.Namespace) -> None:
    if given.write:
        count = write(FOLDER)
        print(f"{count} written.", file=sys.stderr)
    else:
        print(orjson.dumps([schema_of(event) for event in CATALOG]).decode())


def generated() -> dict[str, str]:
    """Return the file of each event's present version, by its name."""
    return {f"{event.type}-{event.version}.json": _text(schema_of(event)) for event in CATALOG}


def write(folder: Path) -> int:
    """Write the schemas that are not there, and return how many; one that is there never changes.

    Raises:
        CannotStart: an event has another shape than was published of its version.
    """
    fresh: dict[str, str] = {}
    for name, text in generated().items():
        file = folder / name
        if not file.exists():
            fresh[name] = text
        elif file.read_text(encoding="utf8") != text:
            raise CannotStart(f"{name} is published and the event differs: give its class the next `version`")
    for name, text in fresh.items():
        (folder / name).write_text(text, encoding="utf8")
    (folder / SUMS).write_text(sums(folder), encoding="utf8")
    return len(fresh)


def sums(folder: Path) -> str:
    """Return the checksums of all schemas, as `sha256sum -c` reads them."""
    files = sorted(folder.glob("*.json"))
    return "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)


def _text(schema: object) -> str:
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE).decode()
