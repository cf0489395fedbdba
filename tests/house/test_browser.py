"""What decides whether a change lands never passes because nobody looked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _run(*command: str, path: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command where only that path is searched: neither Chromium nor apt-get is found there."""
    kept = {name: value for name, value in os.environ.items() if name != "BROWSER_TESTS"}
    return subprocess.run(
        command, cwd=ROOT, env=kept | {"PATH": path} | environment, capture_output=True, text=True, check=False
    )


def test_where_a_browser_is_required_and_none_can_be_had_one_line_says_so(tmp_path: Path) -> None:
    done = _run(sys.executable, "-m", "tests.browser", path=str(tmp_path), BROWSER_TESTS="required")
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert "There is no Chromium here" in line
    assert "install chromium" in line


def test_where_none_is_required_the_rest_is_tested(tmp_path: Path) -> None:
    done = _run(sys.executable, "-m", "tests.browser", path=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("required", "outcome"), [("required", "1 error"), ("", "1 skipped")])
def test_a_journey_that_cannot_be_made_fails_only_where_it_is_required(
    tmp_path: Path, required: str, outcome: str
) -> None:
    journey = "tests/e2e/test_door.py::test_the_one_time_link_makes_the_first_account_and_shows_its_list"
    done = _run(
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        journey,
        path=str(tmp_path),
        BROWSER_TESTS=required,
    )
    assert outcome in done.stdout
    assert "NOT ONE JOURNEY IN THE BROWSER IS TESTED" in done.stdout
    assert (done.returncode != 0) == bool(required)


def test_what_decides_requires_it(tmp_path: Path) -> None:
    make, bash = tmp_path / "make", shutil.which("bash")
    make.write_text('#!/bin/sh\necho "$BROWSER_TESTS $*"\n')
    make.chmod(0o755)
    assert bash is not None
    done = _run(bash, ".ci/run", path=f"{tmp_path}:{Path(bash).parent}")
    assert done.stdout == "required test\n"
