"""`settings`: each setting with its default and a sentence, from the one class that reads them."""

import argparse
import re
import sys
from pathlib import Path

from onthedot.cli.opened import AddCommand, Failed
from onthedot.settings import PREFIX, Settings

CHECKOUT = Path(__file__).resolve().parents[2]
ENVIRONMENT = Path(".env.example")
PAGE = Path("docs/run.md")
TABLE = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- end of settings -->)", re.DOTALL)
COMPUTED = {"data_dir": "~/.local/share/onthedot"}
"""Defaults that depend on who runs it, as papers say them."""


def add(command: AddCommand) -> None:
    """Add the command."""
    settings = command("settings", help="print each setting with its default and a sentence")
    settings.add_argument("--write", action="store_true", help="write the papers of the checkout instead")
    settings.set_defaults(run=_settings)


async def _settings(_: Settings, given: argparse.Namespace) -> None:
    if not given.write:
        print(environment_file(), end="")
        return
    if not (CHECKOUT / PAGE).is_file():
        raise Failed("the papers are in a checkout, and this is none.")
    for path, text in papers().items():
        (CHECKOUT / path).write_text(text, encoding="utf8")
    print("Written.", file=sys.stderr)


def papers() -> dict[Path, str]:
    """Return each file that tells of the settings, as it must be."""
    page = (CHECKOUT / PAGE).read_text(encoding="utf8")
    return {ENVIRONMENT: environment_file(), PAGE: TABLE.sub(lambda _: _table(), page)}


def environment_file() -> str:
    """Return the settings as a file of environment variables, each left at its default."""
    return "\n".join(f"# {says}\n# {name}={default}\n" for name, default, says in _described())


def _table() -> str:
    rows = "".join(
        f"| `{name}` | {f'`{default}`' if default else ''} | {says} |\n" for name, default, says in _described()
    )
    return f"| setting | default | what it is |\n|---|---|---|\n{rows}"


def _described() -> list[tuple[str, str, str]]:
    return [
        (PREFIX + name.upper(), COMPUTED.get(name, str(field.default or "")), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
