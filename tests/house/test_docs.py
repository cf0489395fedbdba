"""What newcomers and users read is true: links lead somewhere, commands are known, examples run."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onthedot.accounts.commands import create_token
from onthedot.database import Actor, Database

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
CASES = ROOT / "web/src/tasks/quick-add/quick-add-cases.json"
LINK = re.compile(r"(?:\]\(|src(?:set)?=\")([^)\"\s]+)")
NAMED_FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|md|ts|tsx|json|toml|sql|css|sh|png)|(?:[\w-]+/)+)`")
ROOMS = ("onthedot", "web/src", "docs", "tests", "bench", "scripts")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"(?:^ {4}|`)onthedot ((?:[a-z-]+|[A-Z]+\b)[^`\n]*)", re.MULTILINE)
EXAMPLE = re.compile(r"^```(sh|python) run\n(.+?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def test_every_link_leads_to_something() -> None:
    lost = [
        f"{paper.name}: {link}" for paper in PAPERS for link in LINK.findall(paper.read_text()) if _is_lost(paper, link)
    ]
    assert lost == []


def test_every_file_that_is_named_is_there() -> None:
    there = "\n".join(_all_paths())
    lost = [
        f"{paper.name}: {name}"
        for paper in PAPERS
        for name in NAMED_FILE.findall(paper.read_text())
        if f"/{name}\n" not in there
    ]
    assert lost == []


def test_every_command_that_is_named_is_known() -> None:
    named = {line for paper in PAPERS for line in COMMAND.findall(paper.read_text())}
    unknown = [line for line in sorted(named) if not _is_known(line)]
    assert len(named) > 3
    assert unknown == []


def test_the_first_page_is_short() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) <= 150


def test_the_lines_that_are_shown_for_quick_add_are_tested_there() -> None:
    tested = {case["text"] for case in json.loads(CASES.read_text())}
    _, _, chapter = (ROOT / "docs/use.md").read_text().partition("## One line is a task")
    shown = TYPED.findall(chapter.partition("\n## ")[0])
    assert len(shown) > 10
    assert set(shown) - tested == set()


@pytest.mark.skipif(shutil.which("curl") is None, reason="the examples are for curl, which is not here")
async def test_the_examples_for_programs_run(origin: str, database: Database, ada: Actor, tmp_path: Path) -> None:
    made = await create_token(database, ada.person, name="script", scopes=["read", "write"])
    environment = os.environ | {"ONTHEDOT_URL": origin, "ONTHEDOT_TOKEN": str(made["token"])}
    script = tmp_path / "examples.sh"
    script.write_text("\n".join(_as_shell((ROOT / "docs/integrate.md").read_text(), tmp_path)))
    running = await asyncio.create_subprocess_exec(
        "bash", "-euxo", "pipefail", str(script), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    said, _ = await running.communicate()
    assert running.returncode == 0, said.decode()


def _is_lost(paper: Path, link: str) -> bool:
    path, _, anchor = link.partition("#")
    if "://" in link:
        return False
    target = (paper.parent / path).resolve() if path else paper
    return not target.exists() or (anchor != "" and anchor not in set(_anchors(target)))


def _all_paths() -> Iterator[str]:
    """Yield every file and folder of ours, folders with a slash at their end."""
    for path in (*ROOT.glob("*"), *ROOT.glob("web/*"), *(path for room in ROOMS for path in (ROOT / room).rglob("*"))):
        yield f"/{path.relative_to(ROOT)}{'/' if path.is_dir() else ''}"


def _anchors(paper: Path) -> Iterator[str]:
    """Yield the names of the page's headings, as hosts make them."""
    for heading in HEADING.findall(paper.read_text()):
        yield re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _is_known(line: str) -> bool:
    """Tell whether the command line's own help knows the words and options of the line."""
    given = line.split()
    words = [word for word in given[: _first_value(given)] if not word.startswith("[")]
    told = subprocess.run(
        [sys.executable, "-m", "onthedot.cli", *words, "-h"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    options = re.findall(r"(?<![\w-])--[a-z-]+", line)
    return told.returncode == 0 and all(option in told.stdout for option in options)


def _first_value(given: list[str]) -> int:
    """Return how many words come before the first value or option."""
    return next(
        (at for at, word in enumerate(given) if not re.fullmatch(r"[a-z-]+", word) or word[0] == "-"), len(given)
    )


def _as_shell(text: str, folder: Path) -> Iterator[str]:
    """Yield the examples as parts of one script."""
    for number, (language, code) in enumerate(EXAMPLE.findall(text)):
        if language == "python":
            path = folder / f"{number}.py"
            path.write_text(code)
            yield f"{sys.executable} {path}"
        else:
            yield code
